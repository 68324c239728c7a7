import { doubtsIn, type KeptRow, type Mendable, mendable } from '#app/intake/kept-row.ts'
import { boxesOf } from '#app/intake/mending/boxes-of.ts'
import type { Doubt, Field } from '#app/intake/reading/field.ts'
import type { PersonRow } from '#app/intake/reading/person-row.ts'
import { problemsIn } from '#app/intake/sheet/problems-in.ts'
import { readPerson } from '#app/intake/sheet/read-person.ts'
import { factsInIdentityNumber } from '#app/people/identity-number.ts'

export type Typed = Partial<Record<Mendable, string>>
export type Mended = { understood: KeptRow; personalId: string | null; fields: Mendable[] }

/**
 * A row of a list as somebody has mended it: what was typed is read by the rules of the reading (read-person.ts), and what
 * was left as it is stays, with its doubts. Whether it is a copy of another row is not looked at here.
 * @param number the identity number that the row has
 * @param latestYear the last year that can be a birth year
 */
export function mendedRow(kept: KeptRow, number: string | null, typed: Typed, latestYear: number): Mended {
  const before = boxesOf(kept)
  const fields = mendable.filter((field) => typed[field] !== undefined && typed[field] !== before[field])
  const texts = { ...before, personalId: number ?? '', ...Object.fromEntries(fields.map((one) => [one, typed[one]])) }
  const read = readPerson(...rowOf(texts, toldGender(kept, number), latestYear))
  const { personalId, ...person } = read.person
  const told = Object.fromEntries(fields.flatMap((field) => (field === 'personalId' ? [] : [[field, person[field]]])))
  const doubts = doubtsAfter(kept.doubts, doubtsIn(read.cells), fields)
  const problems = problemsIn(doubts)
  return {
    understood: {
      ...kept,
      person: { ...kept.person, ...told, problems },
      doubts,
      mended: mendedBefore(kept, texts, fields),
    },
    personalId,
    fields,
  }
}

/** A row of a table as a file would have it. */
function rowOf(texts: Record<Mendable, string>, gender: string, latestYear: number): Parameters<typeof readPerson> {
  const places = new Map<Field, number>([
    ...mendable.map((field, at) => [field, at] as const),
    ['gender', mendable.length],
  ])
  const cells = [...mendable.map((field) => ({ text: texts[field] })), { text: gender }]
  return [{ number: 0, cells }, places, { section: null, latestYear }]
}

/** Where a list tells nothing of it, the gender is that of the number: it says nothing about the number then. */
function toldGender({ besides: { gender } }: KeptRow, number: string | null): string {
  if (gender === null || (number !== null && factsInIdentityNumber(number).gender === gender)) return ''
  return gender
}

const ofName: readonly Field[] = ['fullName', 'familyName', 'givenName']
const ofBirth: readonly Field[] = ['birth', 'birthDay', 'birthMonth', 'birthYear', 'birthIfMale', 'birthIfFemale']
const mismatches: readonly Doubt[] = ['id-birth-mismatch', 'id-gender-mismatch']

/** What was typed has the doubts of its reading. The number, and the birth that it tells, are compared anew. */
function doubtsAfter(old: KeptRow['doubts'], read: KeptRow['doubts'], fields: Mendable[]): KeptRow['doubts'] {
  const after = { ...old }
  for (const field of fields) {
    for (const part of field === 'fullName' ? ofName : field === 'birth' ? ofBirth : [field]) delete after[part]
    if (read[field]) after[field] = read[field]
  }
  if (fields.includes('personalId') || !fields.includes('birth')) return after
  const kept = (old.personalId?.doubts ?? []).filter((doubt) => !mismatches.includes(doubt))
  const compared = (read.personalId?.doubts ?? []).filter((doubt) => mismatches.includes(doubt))
  const { personalId: _, ...others } = after
  return kept.length + compared.length > 0
    ? { ...others, personalId: { raw: '', doubts: [...kept, ...compared] } }
    : others
}

/** The first text of each cell that says something else now. */
function mendedBefore(kept: KeptRow, texts: Record<Mendable, string>, fields: Mendable[]): KeptRow['mended'] {
  const mended = { ...kept.mended }
  const before = boxesOf(kept)
  for (const field of fields) {
    const first = mended[field] ?? (field === 'personalId' ? '' : kept.doubts[field]?.raw || before[field])
    if (first === texts[field] && field !== 'personalId') delete mended[field]
    else mended[field] = first
  }
  return mended
}

/** As the reading of a file tells it, for those who look for copies. `number`: anything that stands for it alone. */
export function asRead(row: number, { person, besides, doubts }: KeptRow, number: string | null): PersonRow {
  const cells: PersonRow['cells'] = {}
  for (const [field, seen] of Object.entries(doubts))
    Object.assign(cells, {
      [field]: { column: -1, ...seen, doubts: seen.doubts.filter((doubt) => doubt !== 'id-shared') },
    })
  if (number !== null) cells.personalId ??= { column: -1, raw: '', doubts: [] }
  const problems = person.problems.filter((problem) => problem !== 'duplicate-person')
  return { row, person: { ...person, personalId: number, problems }, besides: { ...besides, oldId: null }, cells }
}
