import { z } from 'zod'
import { optionIdSchema } from '#app/questions/choice/option.ts'

const gapNumber = z.string().regex(/^[1-6]$/)
const choiceSchema = z.object({ id: optionIdSchema, text: z.string(), isRight: z.boolean() })

/** A gap is filled by typing, or by choosing from a list. `gap` is its number in the text, from 1. */
const gapSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('typing'), gap: gapNumber, accepted: z.array(z.string()).min(1) }),
  z.object({ by: z.literal('choice'), gap: gapNumber, choices: z.array(choiceSchema).min(2) }),
])
export type Gap = z.infer<typeof gapSchema>

/** Between the gaps: safe inline HTML. */
const proseSchema = z.object({ by: z.literal('prose'), html: z.string() })

export const gapSpecSchema = z.object({
  /** Paragraphs of prose and gaps, in reading order. */
  paragraphs: z.array(z.array(z.union([proseSchema, gapSchema]))).min(1),
  ignoreTones: z.boolean(),
})
export type GapSpec = z.infer<typeof gapSpecSchema>
export type Prose = z.infer<typeof proseSchema>

/** Typed text or the id of a choice, by the number of the gap; those left empty are missing. */
export const gapAnswerSchema = z.record(gapNumber, z.string().min(1).max(200))
export type GapAnswer = z.infer<typeof gapAnswerSchema>

export type AskedGap =
  | { by: 'typing'; gap: string }
  | { by: 'choice'; gap: string; choices: Array<{ id: string; text: string }> }
export type GapAsk = { paragraphs: Array<Array<Prose | AskedGap>> }

export type ReviewedGap = { by: 'gap'; gap: string; given: string | null; isRight: boolean; right: string[] }
export type GapReview = { paragraphs: Array<Array<Prose | ReviewedGap>> }

export function gapsOf(spec: GapSpec): Gap[] {
  return spec.paragraphs.flat().filter((part): part is Gap => part.by !== 'prose')
}
