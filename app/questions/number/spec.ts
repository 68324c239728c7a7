import { z } from 'zod'

const foreseenSchema = z.object({ value: z.number(), text: z.string(), whyHtml: z.string() })

export const numberSpecSchema = z.object({
  right: foreseenSchema,
  tolerance: z.number().min(0),
  unit: z.string(),
  /** Wrong answers the author saw coming, each explained. */
  foreseen: z.array(foreseenSchema),
})
export type NumberSpec = z.infer<typeof numberSpecSchema>

/** As typed: it is shown again so, and the reading of numbers may grow. */
export const numberAnswerSchema = z.string().min(1).max(60)

export type NumberAsk = { unit: string }

export type NumberReview = {
  given: string | null
  isRight: boolean
  isNumber: boolean
  right: string
  tolerance: number
  unit: string
  /** What the author says about the very answer given; empty when nothing. */
  whyHtml: string
  others: Array<{ text: string; whyHtml: string }>
}
