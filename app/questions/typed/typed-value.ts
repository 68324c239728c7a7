import { oneValue } from '#app/questions/answer-fields.ts'
import type { FormFields } from '#app/questions/question.ts'
import { tidy } from '#app/questions/typed/tidy.ts'

/** What was typed into the one field of a question; null when that is nothing. */
export function typedValue(fields: FormFields): string | null {
  return tidy(oneValue(fields) ?? '') || null
}
