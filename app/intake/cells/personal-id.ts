import { compactDigits, expandScientific } from '#app/intake/cells/digits.ts'
import type { Doubt } from '#app/intake/field.ts'

export type ReadId = { personalId: string | null; doubts: Doubt[] }

/** Số định danh cá nhân: 12 digits without a check digit (domain.md 1.6). Unknown province codes are taken. */
export function readPersonalId(text: string): ReadId {
  const expanded = expandScientific(text)
  if (expanded === 'lost') return { personalId: null, doubts: ['id-scientific'] }
  const digits = expanded ?? compactDigits(text)
  if (digits === '') return { personalId: null, doubts: [] }
  if (/^\d{12}$/.test(digits)) return { personalId: digits, doubts: [] }
  if (/^[89]\d{10}$/.test(digits)) return { personalId: `0${digits}`, doubts: ['id-leading-zero-restored'] }
  return { personalId: null, doubts: [/^\d{9}$/.test(digits) ? 'id-old-9-digits' : 'id-wrong-length'] }
}

/** What the number says of its owner: the fourth digit is century and sex, the fifth and sixth the year. */
export function factsInId(personalId: string): { birthYear: number; gender: 'male' | 'female' } {
  const sign = Number(personalId[3])
  return {
    birthYear: 1900 + Math.floor(sign / 2) * 100 + Number(personalId.slice(4, 6)),
    gender: sign % 2 === 0 ? 'male' : 'female',
  }
}
