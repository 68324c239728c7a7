import { valueByPart } from '#app/questions/answer-fields.ts'
import { markMatching } from '#app/questions/matching/mark.ts'
import { besideTable, readMatching } from '#app/questions/matching/read.ts'
import {
  type MatchingAnswer,
  type MatchingAsk,
  type MatchingReview,
  type MatchingSpec,
  matchingAnswerSchema,
  matchingSpecSchema,
} from '#app/questions/matching/spec.ts'
import type { QuestionKind } from '#app/questions/question.ts'
import { shuffleById } from '#app/questions/shuffle.ts'

/** Left sides, each to be given a right side; one right side may fit several. The answer: right side by left side. */
export const matching: QuestionKind<MatchingSpec, MatchingAsk, MatchingAnswer, MatchingReview> = {
  kind: 'matching',
  specSchema: matchingSpecSchema,
  answerSchema: matchingAnswerSchema,
  attributes: [],
  prompt: besideTable,
  read: readMatching,
  ask: askMatching,
  mark: markMatching,
  answerFrom: (fields) => valueByPart(fields, (id) => id),
  fits: (spec, answer) =>
    Object.entries(answer).every(([left, right]) => has(spec.lefts, left) && has(spec.rights, right)),
  review: reviewMatching,
}

function askMatching(spec: MatchingSpec, seed: string): MatchingAsk {
  return {
    leftHead: spec.leftHead,
    rightHead: spec.rightHead,
    lefts: shuffleById(spec.lefts, `${seed}<`).map(({ id, html }) => ({ id, html })),
    rights: shuffleById(spec.rights, `${seed}>`).map(({ id, text }) => ({ id, text })),
  }
}

function reviewMatching(spec: MatchingSpec, seed: string, answer: MatchingAnswer | null): MatchingReview {
  const textOf = (id: string | undefined) => spec.rights.find((right) => right.id === id)?.text ?? null
  const pairs = shuffleById(spec.lefts, `${seed}<`).map((left) => {
    const given = answer?.[left.id]
    return {
      id: left.id,
      html: left.html,
      right: textOf(left.right) ?? '',
      given: textOf(given),
      isRight: given === left.right,
    }
  })
  return { pairs }
}

function has(sides: ReadonlyArray<{ id: string }>, id: string): boolean {
  return sides.some((side) => side.id === id)
}
