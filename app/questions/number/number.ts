import { besideTasks } from '#app/questions/choice/task-list.ts'
import { isNear, markNumber } from '#app/questions/number/mark.ts'
import { readNumber } from '#app/questions/number/read.ts'
import {
  type NumberAsk,
  type NumberReview,
  type NumberSpec,
  numberAnswerSchema,
  numberSpecSchema,
} from '#app/questions/number/spec.ts'
import type { QuestionKind } from '#app/questions/question.ts'
import { parseNumber } from '#app/questions/typed/parse-number.ts'
import { typedValue } from '#app/questions/typed/typed-value.ts'

/** A number to type. The answer is what was typed: what is no number is kept, and wrong. */
export const number: QuestionKind<NumberSpec, NumberAsk, string, NumberReview> = {
  kind: 'number',
  specSchema: numberSpecSchema,
  answerSchema: numberAnswerSchema,
  attributes: ['tolerance', 'unit'],
  prompt: besideTasks,
  read: readNumber,
  ask: (spec) => ({ unit: spec.unit }),
  mark: markNumber,
  answerFrom: typedValue,
  fits: () => true,
  review: reviewNumber,
}

function reviewNumber(spec: NumberSpec, _seed: string, given: string | null): NumberReview {
  const value = given === null ? null : parseNumber(given, spec.unit)
  const isRight = given !== null && markNumber(spec, given).isRight
  const said = isRight ? spec.right : spec.foreseen.find((other) => value !== null && isNear(value, other.value, 0))
  return {
    given,
    isRight,
    isNumber: value !== null,
    right: spec.right.text,
    tolerance: spec.tolerance,
    unit: spec.unit,
    whyHtml: said?.whyHtml ?? '',
    others: spec.foreseen.filter((other) => other !== said).map(({ text, whyHtml }) => ({ text, whyHtml })),
  }
}
