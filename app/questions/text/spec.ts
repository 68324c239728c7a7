import { z } from 'zod'

const foreseenSchema = z.object({ text: z.string(), whyHtml: z.string() })

export const textSpecSchema = z.object({
  /** All accepted; the first is the one to show. */
  accepted: z.array(foreseenSchema).min(1),
  /** Wrong answers the author saw coming, each explained. */
  foreseen: z.array(foreseenSchema),
  ignoreTones: z.boolean(),
})
export type TextSpec = z.infer<typeof textSpecSchema>

export const textAnswerSchema = z.string().min(1).max(200)

/** Nothing to show before the answer but a field: its size says nothing of what fits. */
export type TextAsk = Record<string, never>

export type TextReview = {
  given: string | null
  isRight: boolean
  accepted: string[]
  /** What the author says about the very answer given; empty when nothing. */
  whyHtml: string
  /** The other foreseen answers, with their explanations. */
  others: Array<{ text: string; whyHtml: string }>
}
