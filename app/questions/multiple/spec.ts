import { z } from 'zod'
import { choiceSpecSchema, optionIdSchema } from '#app/questions/choice/option.ts'

export const multipleSpecSchema = choiceSpecSchema.extend({ allOrNothing: z.boolean() })
export type MultipleSpec = z.infer<typeof multipleSpecSchema>

/** The ids chosen, each once, sorted: the same choice is always the same answer. */
export const multipleAnswerSchema = z.array(optionIdSchema).min(1).max(6).refine(isSorted)

function isSorted(ids: string[]): boolean {
  return ids.every((id, i) => i === 0 || (ids[i - 1] ?? '') < id)
}
