import { fold } from '#app/i18n/fold.ts'

export type Gender = 'male' | 'female'

/** Null: empty or unknown. */
export function readGender(text: string): Gender | null {
  const word = fold(text).trim()
  if (/^(nam|m|male|trai|ong|1|nam gioi)$/.test(word)) return 'male'
  if (/^(nu|f|female|gai|ba|0|nu gioi)$/.test(word)) return 'female'
  return null
}
