import { valueByPart } from '#app/questions/answer-fields.ts'
import { isFilledRight, markGap } from '#app/questions/gap/mark.ts'
import { besideGaps, readGaps } from '#app/questions/gap/read.ts'
import {
  type AskedGap,
  type Gap,
  type GapAnswer,
  type GapAsk,
  type GapReview,
  type GapSpec,
  gapAnswerSchema,
  gapSpecSchema,
  gapsOf,
  type ReviewedGap,
} from '#app/questions/gap/spec.ts'
import type { QuestionKind } from '#app/questions/question.ts'
import { shuffleById } from '#app/questions/shuffle.ts'
import { tidy } from '#app/questions/typed/tidy.ts'

/** A text with two to six gaps. The answer: what was typed or chosen, by the number of the gap. */
export const gap: QuestionKind<GapSpec, GapAsk, GapAnswer, GapReview> = {
  kind: 'gap',
  specSchema: gapSpecSchema,
  answerSchema: gapAnswerSchema,
  attributes: ['tones'],
  prompt: besideGaps,
  read: readGaps,
  ask: (spec, seed) => ({
    paragraphs: spec.paragraphs.map((parts) => parts.map((part) => (part.by === 'prose' ? part : asked(part, seed)))),
  }),
  mark: markGap,
  answerFrom: (fields) => valueByPart(fields, (value) => tidy(value) || null),
  fits,
  review: (spec, _seed, answer) => ({
    paragraphs: spec.paragraphs.map((parts) =>
      parts.map((part) => (part.by === 'prose' ? part : reviewed(part, answer?.[part.gap], spec.ignoreTones))),
    ),
  }),
}

function asked(gap: Gap, seed: string): AskedGap {
  if (gap.by === 'typing') return { by: 'typing', gap: gap.gap }
  const choices = shuffleById(gap.choices, `${seed}/${gap.gap}`)
  return { by: 'choice', gap: gap.gap, choices: choices.map(({ id, text }) => ({ id, text })) }
}

function fits(spec: GapSpec, answer: GapAnswer): boolean {
  const gaps = gapsOf(spec)
  return Object.entries(answer).every(([number, given]) => {
    const gap = gaps.find((one) => one.gap === number)
    return gap?.by === 'choice' ? gap.choices.some((choice) => choice.id === given) : gap !== undefined
  })
}

function reviewed(gap: Gap, given: string | undefined, ignoreTones: boolean): ReviewedGap {
  const isRight = isFilledRight(gap, given, ignoreTones)
  if (gap.by === 'typing') return { by: 'gap', gap: gap.gap, given: given ?? null, isRight, right: gap.accepted }
  const right = gap.choices.filter((choice) => choice.isRight).map((choice) => choice.text)
  const chosen = gap.choices.find((choice) => choice.id === given)?.text ?? null
  return { by: 'gap', gap: gap.gap, given: chosen, isRight, right }
}
