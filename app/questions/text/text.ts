import { besideTasks } from '#app/questions/choice/task-list.ts'
import type { QuestionKind } from '#app/questions/question.ts'
import { markText } from '#app/questions/text/mark.ts'
import { readText } from '#app/questions/text/read.ts'
import {
  type TextAsk,
  type TextReview,
  type TextSpec,
  textAnswerSchema,
  textSpecSchema,
} from '#app/questions/text/spec.ts'
import { sameText } from '#app/questions/typed/same-text.ts'
import { typedValue } from '#app/questions/typed/typed-value.ts'

/** A few words to type. The answer is what was typed. */
export const text: QuestionKind<TextSpec, TextAsk, string, TextReview> = {
  kind: 'text',
  specSchema: textSpecSchema,
  answerSchema: textAnswerSchema,
  attributes: ['tones'],
  prompt: besideTasks,
  read: readText,
  ask: () => ({}),
  mark: markText,
  answerFrom: typedValue,
  fits: () => true,
  review: reviewText,
}

function reviewText(spec: TextSpec, _seed: string, given: string | null): TextReview {
  const isGiven = (other: { text: string }) => given !== null && sameText(other.text, given, spec.ignoreTones)
  const said = [...spec.accepted, ...spec.foreseen].find(isGiven)
  return {
    given,
    isRight: given !== null && markText(spec, given).isRight,
    accepted: spec.accepted.map((accepted) => accepted.text),
    whyHtml: said?.whyHtml ?? '',
    others: spec.foreseen.filter((foreseen) => !isGiven(foreseen)),
  }
}
