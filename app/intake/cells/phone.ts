import { expandScientific } from '#app/intake/cells/digits.ts'
import type { Doubt } from '#app/intake/reading/field.ts'
import { compactDigits } from '#app/people/compact-digits.ts'
import { normalisePhone } from '#app/people/phone.ts'

export type ReadPhone = { phone: string | null; doubts: Doubt[] }

/** A mobile number as E.164; of several in one cell the first that is one. */
export function readPhone(text: string): ReadPhone {
  const several = text.split(/\s*(?:[/;,|\n]|\bhoặc\b|\s-\s)\s*/u).filter((part) => /\d{3}/.test(part))
  if (several.length < 2) return readOne(text)
  const read = several.map(readOne)
  const first = read.find(({ phone }) => phone !== null) ?? read[0] ?? readOne(text)
  return { phone: first.phone, doubts: [...first.doubts, 'phone-several'] }
}

function readOne(text: string): ReadPhone {
  const expanded = expandScientific(text)
  if (expanded === 'lost') return refused('phone-invalid')
  const typed = expanded ?? text
  const digits = compactDigits(typed).replace(/^\+/, '')
  const phone = normalisePhone(typed.replace(/['’`]/g, ''))
  if (phone !== null) return { phone, doubts: digits.length === 9 ? ['phone-leading-zero-restored'] : [] }
  if (/^(?:84|0)?1\d{9}$/.test(digits)) return refused('phone-old-11-digits')
  return refused(/^(?:84|0)?2\d{8,9}$/.test(digits) ? 'phone-not-mobile' : 'phone-invalid')
}

function refused(doubt: Doubt): ReadPhone {
  return { phone: null, doubts: [doubt] }
}
