import { compactDigits } from '#app/people/compact-digits.ts'

export type CheckedIdentityNumber =
  | { number: string }
  /** 11 digits, the first 8 or 9: a spreadsheet has taken the zero. */
  | { problem: 'zero-missing'; meant: string }
  /** A chứng minh nhân dân of before has 9. */
  | { problem: 'old-9-digits' | 'wrong-length' }

/**
 * Số định danh cá nhân: 12 digits without a check digit, and codes of provinces that we do not know are taken
 * (domain.md 1.6). Spaces, dots and dashes between the digits do not matter.
 */
export function checkIdentityNumber(typed: string): CheckedIdentityNumber {
  const digits = compactDigits(typed.slice(0, 100))
  if (/^[0-9]{12}$/.test(digits)) return { number: digits }
  if (/^[89][0-9]{10}$/.test(digits)) return { problem: 'zero-missing', meant: `0${digits}` }
  return { problem: /^[0-9]{9}$/.test(digits) ? 'old-9-digits' : 'wrong-length' }
}

/** What the number says of its owner: the fourth digit is century and sex, the fifth and sixth the year. Records have errors: only a hint. */
export function factsInIdentityNumber(number: string): { birthYear: number; gender: 'male' | 'female' } {
  const sign = Number(number[3])
  return {
    birthYear: 1900 + Math.floor(sign / 2) * 100 + Number(number.slice(4, 6)),
    gender: sign % 2 === 0 ? 'male' : 'female',
  }
}

/** •••••••• 1234: enough to tell two papers apart, too little to tell whose. */
export function maskIdentityNumber(number: string): string {
  return `•••••••• ${number.slice(-4)}`
}

/** Of a number that cannot be read: the keys are not those it was written with. */
export const wholeMask = '•••••••• ••••'

/** A reason, or any other words that are kept, without the numbers somebody may have typed into them. */
export function withoutIdentityNumbers(text: string): string {
  return text.normalize('NFKC').replace(/(?<![0-9])[0-9](?:[\s.-]?[0-9]){11}(?![0-9])/g, wholeMask)
}
