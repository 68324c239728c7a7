import { expandScientific } from '#app/intake/cells/digits.ts'
import type { Doubt } from '#app/intake/reading/field.ts'
import { compactDigits } from '#app/people/compact-digits.ts'
import { checkIdentityNumber } from '#app/people/identity-number.ts'

export type ReadId = { personalId: string | null; doubts: Doubt[] }

/** Số định danh cá nhân as a spreadsheet leaves it; a zero that it took is given back. */
export function readPersonalId(text: string): ReadId {
  const expanded = expandScientific(text)
  if (expanded === 'lost') return { personalId: null, doubts: ['id-scientific'] }
  const digits = expanded ?? text
  if (compactDigits(digits) === '') return { personalId: null, doubts: [] }
  const checked = checkIdentityNumber(digits)
  if ('number' in checked) return { personalId: checked.number, doubts: [] }
  if (checked.problem === 'zero-missing') return { personalId: checked.meant, doubts: ['id-leading-zero-restored'] }
  return { personalId: null, doubts: [checked.problem === 'old-9-digits' ? 'id-old-9-digits' : 'id-wrong-length'] }
}
