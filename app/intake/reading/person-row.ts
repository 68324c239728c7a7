import type { Birth } from '#app/intake/cells/birth.ts'
import type { Category } from '#app/intake/cells/category.ts'
import type { Gender } from '#app/intake/cells/gender.ts'
import type { Doubt, Field, Problem } from '#app/intake/reading/field.ts'
import type { OtherRow } from '#app/intake/sheet/row-kind.ts'

/** A person as a file tells of them: the form of the fixtures' `.expected.json`. */
export type ListedPerson = {
  fullName: string
  birth: Birth | null
  /** 12 digits. */
  personalId: string | null
  /** E.164. */
  phone: string | null
  unit: string | null
  position: string | null
  /** In the order of the alphabet. */
  problems: Problem[]
}

/** What else a list may tell. */
export type Besides = {
  gender: Gender | null
  category: Category | null
  email: string | null
  staffCode: string | null
  address: string | null
  note: string | null
  /** The heading over a group of rows that this one stands under. */
  section: string | null
  /** A paper of older days: CMND with 9 digits. */
  oldId: string | null
  isHidden: boolean
}

/** One cell of a person for the preview: what stands in the file, and why somebody should look at it. */
export type SeenCell = { column: number; raw: string; doubts: Doubt[] }

export type PersonRow = {
  /** As the program that made the file numbers it, the first is 1. */
  row: number
  person: ListedPerson
  besides: Besides
  cells: Partial<Record<Field, SeenCell>>
  /** The row of the same person further up. */
  duplicateOf?: number
}

/** A row that is no person, told so that nothing goes unseen. */
export type PassedRow = { row: number; kind: OtherRow; text: string }
