import { z } from 'zod'
import { optionIdSchema } from '#app/questions/choice/option.ts'

const leftSchema = z.object({ id: optionIdSchema, html: z.string(), right: optionIdSchema })
const rightSchema = z.object({ id: optionIdSchema, text: z.string() })
export type Right = z.infer<typeof rightSchema>

/** Left sides with the right side that fits, and all right sides, also those that fit nothing. */
export const matchingSpecSchema = z.object({
  leftHead: z.string(),
  rightHead: z.string(),
  lefts: z.array(leftSchema).min(2).max(12),
  rights: z.array(rightSchema).min(2).max(12),
})
export type MatchingSpec = z.infer<typeof matchingSpecSchema>

/** Right side by left side; those left empty are missing. */
export const matchingAnswerSchema = z.record(optionIdSchema, optionIdSchema)
export type MatchingAnswer = z.infer<typeof matchingAnswerSchema>

export type MatchingAsk = {
  leftHead: string
  rightHead: string
  lefts: Array<{ id: string; html: string }>
  rights: Right[]
}

export type MatchingReview = {
  pairs: Array<{ id: string; html: string; right: string; given: string | null; isRight: boolean }>
}
