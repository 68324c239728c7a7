import { z } from 'zod'

export const optionIdSchema = z.string().regex(/^[0-9a-f]{8}$/)

const optionSchema = z.object({
  id: optionIdSchema,
  html: z.string(),
  isRight: z.boolean(),
  /** Why it is right or what the trap is; empty on a right option that needs none. */
  whyHtml: z.string(),
})
export type Option = z.infer<typeof optionSchema>

export const choiceSpecSchema = z.object({ options: z.array(optionSchema).min(2).max(6) })
export type ChoiceSpec = z.infer<typeof choiceSpecSchema>

/** An option as it may be seen before it is answered. */
export type AskedOption = Pick<Option, 'id' | 'html'>
export type ChoiceAsk = { options: AskedOption[] }

export type ReviewedOption = Option & { isChosen: boolean }
export type ChoiceReview = { options: ReviewedOption[] }

export function asked(option: Option): AskedOption {
  return { id: option.id, html: option.html }
}

export function isOption(spec: ChoiceSpec, id: string): boolean {
  return spec.options.some((option) => option.id === id)
}
