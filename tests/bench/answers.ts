import { answerFrom } from '#app/questions/answer-from.ts'
import { choiceSpecSchema } from '#app/questions/choice/option.ts'
import { gapSpecSchema, gapsOf } from '#app/questions/gap/spec.ts'
import { markAnswer } from '#app/questions/mark.ts'
import { matchingSpecSchema } from '#app/questions/matching/spec.ts'
import { numberSpecSchema } from '#app/questions/number/spec.ts'
import { orderingSpecSchema } from '#app/questions/ordering/spec.ts'
import type { Question } from '#app/questions/question.ts'
import { textSpecSchema } from '#app/questions/text/spec.ts'

export type Fields = Array<[string, string]>

/** What a form sends for the right answer, and for one that earns nothing where the kind has a simple one. */
export function answersTo(question: Question): { right: Fields; wrong: Fields | null } {
  const right = rightFields(question)
  const wrong = wrongFields(question)
  if (creditOf(question, right) !== 1000) throw new Error(`${question.id}: the right answer is not marked right`)
  if (wrong && creditOf(question, wrong) !== 0) throw new Error(`${question.id}: the wrong answer earns something`)
  return { right, wrong }
}

function creditOf(question: Question, fields: Fields) {
  return markAnswer(question, answerFrom(question, fields)).credit
}

function rightFields({ id, kind, spec }: Question): Fields {
  const whole = `answer.${id}`
  const part = (name: string, value: string): [string, string] => [`${whole}.${name}`, value]
  switch (kind) {
    case 'single':
    case 'truefalse':
    case 'multiple':
      return optionsOf(spec)
        .filter((option) => option.isRight)
        .map((option) => [whole, option.id])
    case 'ordering':
      return orderingSpecSchema.parse(spec).items.map((item, place) => part(item.id, String(place + 1)))
    case 'matching':
      return matchingSpecSchema.parse(spec).lefts.map((left) => part(left.id, left.right))
    case 'text':
      return [[whole, textSpecSchema.parse(spec).accepted[0]?.text ?? '']]
    case 'number':
      return [[whole, numberSpecSchema.parse(spec).right.text]]
    case 'gap':
      return gapsOf(gapSpecSchema.parse(spec)).map((gap) =>
        part(gap.gap, (gap.by === 'typing' ? gap.accepted[0] : gap.choices.find((choice) => choice.isRight)?.id) ?? ''),
      )
  }
}

function wrongFields({ id, kind, spec }: Question): Fields | null {
  if (kind !== 'single' && kind !== 'truefalse' && kind !== 'multiple') return null
  const wrong = optionsOf(spec).find((option) => !option.isRight)
  return wrong ? [[`answer.${id}`, wrong.id]] : null
}

function optionsOf(spec: unknown) {
  return choiceSpecSchema.parse(spec).options
}
