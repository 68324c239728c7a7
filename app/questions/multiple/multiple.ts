import { BadAnswer } from '#app/questions/bad-answer.ts'
import { type ChoiceAsk, type ChoiceReview, isOption } from '#app/questions/choice/option.ts'
import { askOptions, reviewOptions } from '#app/questions/choice/shown.ts'
import { besideTasks } from '#app/questions/choice/task-list.ts'
import { markMultiple } from '#app/questions/multiple/mark.ts'
import { readMultiple } from '#app/questions/multiple/read.ts'
import { type MultipleSpec, multipleAnswerSchema, multipleSpecSchema } from '#app/questions/multiple/spec.ts'
import type { FormFields, QuestionKind } from '#app/questions/question.ts'

/** One or more right options. The answer is the sorted list of the ids chosen. */
export const multiple: QuestionKind<MultipleSpec, ChoiceAsk, string[], ChoiceReview> = {
  kind: 'multiple',
  specSchema: multipleSpecSchema,
  answerSchema: multipleAnswerSchema,
  attributes: ['part'],
  prompt: besideTasks,
  read: readMultiple,
  ask: askOptions,
  mark: markMultiple,
  answerFrom: chosenIds,
  fits: (spec, answer) => answer.every((id) => isOption(spec, id)),
  review: (spec, seed, answer) => reviewOptions(spec, seed, answer ?? []),
}

function chosenIds(fields: FormFields): string[] | null {
  const ids = fields.map(([name, value]) => {
    if (name !== '') throw new BadAnswer('unknown field')
    return value
  })
  return ids.length === 0 ? null : ids.sort()
}
