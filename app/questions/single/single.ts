import { oneValue } from '#app/questions/answer-fields.ts'
import {
  type ChoiceAsk,
  type ChoiceReview,
  type ChoiceSpec,
  choiceSpecSchema,
  isOption,
  optionIdSchema,
} from '#app/questions/choice/option.ts'
import { askOptions, reviewOptions } from '#app/questions/choice/shown.ts'
import { besideTasks } from '#app/questions/choice/task-list.ts'
import type { QuestionKind } from '#app/questions/question.ts'
import { markSingle } from '#app/questions/single/mark.ts'
import { readSingle } from '#app/questions/single/read.ts'

/** One right option. The answer is its id. */
export const single: QuestionKind<ChoiceSpec, ChoiceAsk, string, ChoiceReview> = {
  kind: 'single',
  specSchema: choiceSpecSchema,
  answerSchema: optionIdSchema,
  attributes: [],
  prompt: besideTasks,
  read: readSingle,
  ask: askOptions,
  mark: markSingle,
  answerFrom: oneValue,
  fits: isOption,
  review: (spec, seed, answer) => reviewOptions(spec, seed, answer === null ? [] : [answer]),
}
