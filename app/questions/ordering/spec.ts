import { z } from 'zod'
import { optionIdSchema } from '#app/questions/choice/option.ts'

const itemSchema = z.object({ id: optionIdSchema, html: z.string() })
export type Item = z.infer<typeof itemSchema>

/** The items in the right order. */
export const orderingSpecSchema = z.object({ items: z.array(itemSchema).min(3).max(7) })
export type OrderingSpec = z.infer<typeof orderingSpecSchema>

/** Place by item, from 1. Places may be missing or given twice: a form without script cannot prevent it. */
export const orderingAnswerSchema = z.record(optionIdSchema, z.number().int().min(1).max(7))
export type OrderingAnswer = z.infer<typeof orderingAnswerSchema>

export type OrderingAsk = { items: Item[] }

/** In the right order, with the place the learner gave; null: none given. */
export type OrderingReview = { items: Array<Item & { place: number; given: number | null }> }
