import { type Doubt, type Field, fields } from '#app/intake/reading/field.ts'
import type { Besides, ListedPerson, PersonRow } from '#app/intake/reading/person-row.ts'

/** What is kept of a row between upload and undo: no identity number, and of the cells those that somebody should look at. */
export type KeptRow = {
  person: Omit<ListedPerson, 'personalId'>
  besides: Omit<Besides, 'oldId'>
  doubts: Partial<Record<Field, { raw: string; doubts: Doubt[] }>>
  duplicateOf: number | null
  /** Of cells that somebody mended on the page: the text they had before; nothing of identity numbers. */
  mended?: Partial<Record<Mendable, string>>
}

/** Cells that may be mended on the page of a list. */
export const mendable = [
  'fullName',
  'birth',
  'phone',
  'unit',
  'position',
  'personalId',
] as const satisfies readonly Field[]
export type Mendable = (typeof mendable)[number]

/** The identity number is sealed apart (read-batch.server.ts). */
export function keptRow({ person, besides, cells, duplicateOf }: PersonRow): KeptRow {
  const { personalId: _, ...told } = person
  const { oldId: __, ...rest } = besides
  return { person: told, besides: rest, doubts: doubtsIn(cells), duplicateOf: duplicateOf ?? null }
}

/** Of the cells that somebody should look at why, with the text in the file. */
export function doubtsIn(cells: PersonRow['cells']): KeptRow['doubts'] {
  const kept: KeptRow['doubts'] = {}
  for (const field of fieldsIn(cells)) {
    const cell = cells[field]
    if (!cell || cell.doubts.length === 0) continue
    kept[field] = { raw: field === 'personalId' ? '' : cell.raw.slice(0, 200), doubts: cell.doubts }
  }
  return kept
}

function fieldsIn(cells: PersonRow['cells']): Field[] {
  return fields.filter((field) => cells[field] !== undefined)
}
