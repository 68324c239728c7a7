import { oneValue } from '#app/questions/answer-fields.ts'
import {
  asked,
  type ChoiceAsk,
  type ChoiceReview,
  type ChoiceSpec,
  choiceSpecSchema,
  isOption,
  optionIdSchema,
} from '#app/questions/choice/option.ts'
import { besideTasks } from '#app/questions/choice/task-list.ts'
import type { QuestionKind } from '#app/questions/question.ts'
import { markSingle } from '#app/questions/single/mark.ts'
import { readTrueFalse } from '#app/questions/truefalse/read.ts'

/** A statement that is true or false: always in this order, never shuffled. The answer is an option's id. */
export const truefalse: QuestionKind<ChoiceSpec, ChoiceAsk, string, ChoiceReview> = {
  kind: 'truefalse',
  specSchema: choiceSpecSchema,
  answerSchema: optionIdSchema,
  attributes: [],
  prompt: besideTasks,
  read: readTrueFalse,
  ask: (spec) => ({ options: spec.options.map(asked) }),
  mark: markSingle,
  answerFrom: oneValue,
  fits: isOption,
  review: (spec, _seed, answer) => ({
    options: spec.options.map((option) => ({ ...option, isChosen: option.id === answer })),
  }),
}
