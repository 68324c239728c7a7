import { valueByPart } from '#app/questions/answer-fields.ts'
import { BadAnswer } from '#app/questions/bad-answer.ts'
import { askOrdering } from '#app/questions/ordering/ask.ts'
import { markOrdering } from '#app/questions/ordering/mark.ts'
import { besideNumbered, readOrdering } from '#app/questions/ordering/read.ts'
import {
  type OrderingAnswer,
  type OrderingAsk,
  type OrderingReview,
  type OrderingSpec,
  orderingAnswerSchema,
  orderingSpecSchema,
} from '#app/questions/ordering/spec.ts'
import type { QuestionKind } from '#app/questions/question.ts'

/** Items to be put in order. The answer gives each item its place, from 1. */
export const ordering: QuestionKind<OrderingSpec, OrderingAsk, OrderingAnswer, OrderingReview> = {
  kind: 'ordering',
  specSchema: orderingSpecSchema,
  answerSchema: orderingAnswerSchema,
  attributes: [],
  prompt: besideNumbered,
  read: readOrdering,
  ask: askOrdering,
  mark: markOrdering,
  answerFrom: (fields) => valueByPart(fields, place),
  fits: (spec, answer) =>
    Object.entries(answer).every(([id, at]) => at <= spec.items.length && spec.items.some((item) => item.id === id)),
  review: (spec, _seed, answer) => ({
    items: spec.items.map((item, i) => ({ ...item, place: i + 1, given: answer?.[item.id] ?? null })),
  }),
}

function place(value: string): number {
  if (!/^[1-7]$/.test(value)) throw new BadAnswer('not a place')
  return Number(value)
}
