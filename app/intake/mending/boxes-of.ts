import { birthText, phoneText } from '#app/intake/desk/cells-of.ts'
import type { KeptRow, Mendable } from '#app/intake/kept-row.ts'

/**
 * What stands in the boxes of a row that is to be mended: what was understood, or the cell as it is where nothing was.
 * The box of the identity number is always empty: it is never shown.
 */
export function boxesOf({ person, doubts }: KeptRow): Record<Mendable, string> {
  return {
    fullName: person.fullName || (doubts.fullName?.raw ?? ''),
    birth: birthText(person.birth) || (doubts.birth?.raw ?? doubts.birthYear?.raw ?? ''),
    phone: phoneText(person.phone) || (doubts.phone?.raw ?? ''),
    unit: person.unit ?? '',
    position: person.position ?? '',
    personalId: '',
  }
}
