import type { Birth } from '#app/intake/cells/birth.ts'
import type { KeptRow } from '#app/intake/kept-row.ts'
import type { Doubt, Field } from '#app/intake/reading/field.ts'

export type SeenDoubt = { raw: string; doubts: Doubt[] }

/** Whose doubts are shown beside what was understood. */
const shown = {
  name: ['fullName', 'familyName', 'givenName'],
  birth: ['birth', 'birthDay', 'birthMonth', 'birthYear', 'birthIfMale', 'birthIfFemale'],
  phone: ['phone'],
  unit: ['unit'],
  position: ['position'],
} as const satisfies Record<string, readonly Field[]>
export type ShownCell = keyof typeof shown

export function doubtsAbout(cell: ShownCell, { doubts }: KeptRow): SeenDoubt[] {
  return shown[cell].flatMap((field) => doubts[field] ?? [])
}

/** Of cells that have no column of their own on the page. */
export function otherDoubts({ doubts }: KeptRow): Doubt[] {
  const own = new Set<string>(Object.values(shown).flat())
  return Object.entries(doubts).flatMap(([field, seen]) => (own.has(field) ? [] : seen.doubts))
}

/** 15/08/1985, 8/1985 or 1985. */
export function birthText(birth: Birth | null): string {
  return birth === null ? '' : [birth.day, birth.month, birth.year].filter((part) => part !== undefined).join('/')
}

/** 0912 345 678: as people read it out. */
export function phoneText(phone: string | null): string {
  const local = phone?.replace(/^\+84/, '0') ?? ''
  return local.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3')
}
