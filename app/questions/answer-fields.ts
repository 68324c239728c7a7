import { BadAnswer } from '#app/questions/bad-answer.ts'
import type { FormFields } from '#app/questions/question.ts'

/** The one value of a question that has one field; null when nothing was filled in. */
export function oneValue(fields: FormFields): string | null {
  if (fields.length > 1) throw new BadAnswer('one field was expected')
  const [name, value] = fields[0] ?? ['', '']
  if (name !== '') throw new BadAnswer('unknown field')
  return value === '' ? null : value
}

/** Value by part (item, left side, gap) of a question that has a field for each; null when all were left empty. */
export function valueByPart<T>(fields: FormFields, read: (value: string) => T | null): Record<string, T> | null {
  const values = new Map<string, T>()
  const seen = new Set<string>()
  for (const [part, text] of fields) {
    if (part === '' || part === '__proto__' || seen.has(part)) throw new BadAnswer('unknown or repeated field')
    seen.add(part)
    const value = text === '' ? null : read(text)
    if (value !== null) values.set(part, value)
  }
  return values.size === 0 ? null : Object.fromEntries(values)
}
