import { clean } from '#app/intake/cells/clean.ts'
import { examplesIn } from '#app/intake/reading/examples.ts'
import type { Field } from '#app/intake/reading/field.ts'
import { limits } from '#app/intake/reading/limits.ts'
import type { PassedRow, PersonRow } from '#app/intake/reading/person-row.ts'
import { RefusedFile } from '#app/intake/reading/refusal.ts'
import type { RawRow } from '#app/intake/reading/row.ts'
import { classifier } from '#app/intake/sheet/classify.ts'
import { type Choices, type Column, columnsOf } from '#app/intake/sheet/columns.ts'
import { duplicateFinder } from '#app/intake/sheet/duplicates.ts'
import { findHeader, type Header } from '#app/intake/sheet/find-header.ts'
import { readPerson } from '#app/intake/sheet/read-person.ts'
import { letterReader } from '#app/intake/sheet/repair-rows.ts'
import { sectionNameOf } from '#app/intake/sheet/row-kind.ts'

export type Plan = {
  /** Numbers of the header's rows in the file; empty: no header was found, and every column is a guess. */
  headerRows: number[]
  columns: Column[]
  /** Of each column some first cells. Lists that were read before have none. */
  examples?: string[][]
}

export type Understood =
  | { kind: 'plan'; plan: Plan }
  | { kind: 'person'; found: PersonRow }
  | { kind: 'passed'; passed: PassedRow }

export type Wishes = {
  choices?: Choices
  /** The last year that can be a birth year. */
  latestYear: number
}

const sampled = 200

/**
 * Understands the rows of a list of people: first what its columns are, then each row in turn. Pure and streamed: what
 * is kept is the first rows, and the numbers and names already met.
 * @throws RefusedFile where nothing looks like people, or there are too many rows
 */
export async function* understand(
  rows: AsyncIterable<RawRow>,
  isLegacy: boolean,
  wishes: Wishes,
): AsyncGenerator<Understood> {
  const source = filledRows(rows)
  const first = await take(source, sampled)
  const clear = letterReader(first, isLegacy)
  const sample = first.map(clear)
  const header = findHeader(sample)
  const below = sample.filter(({ number }) => isBelow(number, header))
  const columns = columnsOf(header, below, wishes.choices)
  const places = placesOf(columns)
  const examples = examplesIn(below, columns.length)
  yield { kind: 'plan', plan: { headerRows: header?.rows ?? [], columns, examples } }
  // Told first: whoever sent it may know which column holds the names.
  if (!places.has('fullName') && !places.has('givenName') && !places.has('familyName'))
    throw new RefusedFile('no-people')

  const kindOf = classifier(columns, places)
  const markDuplicate = duplicateFinder()
  let section: string | null = null
  for await (const raw of chained(first, source)) {
    if (!isBelow(raw.number, header)) continue
    const row = clear(raw)
    const kind = kindOf(row)
    if (kind === 'empty') continue
    if (kind === 'person') {
      const found = readPerson(row, places, { section, latestYear: wishes.latestYear })
      markDuplicate(found)
      yield { kind: 'person', found }
      continue
    }
    const text = clean(row.cells.map((cell) => cell?.text ?? '').join(' ')).text
    if (kind === 'section') section = sectionNameOf(text)
    yield { kind: 'passed', passed: { row: row.number, kind, text: text.slice(0, 200) } }
  }
}

/** Whether rows begin like a list of people, for choosing among the sheets of a workbook. */
export async function looksLikeList(rows: AsyncIterable<RawRow>): Promise<boolean> {
  const first = await take(filledRows(rows), 60)
  return findHeader(first.map(letterReader(first, false))) !== null
}

function isBelow(number: number, header: Header | null): boolean {
  return header === null || number > (header.rows.at(-1) ?? 0)
}

function placesOf(columns: Column[]): Map<Field, number> {
  return new Map(columns.flatMap(({ field, index }) => (field ? [[field, index] as const] : [])))
}

/** Leaves out empty rows, and ends after a long run of them. */
async function* filledRows(rows: AsyncIterable<RawRow>): AsyncGenerator<RawRow> {
  let empty = 0
  let filled = 0
  for await (const row of rows) {
    if (row.cells.some((cell) => cell && !cell.isFilled && /\S/.test(cell.text))) {
      empty = 0
      if (++filled > limits.rows) throw new RefusedFile('too-many-rows', row.number)
      yield row
    } else if (++empty > limits.emptyRows) return
  }
}

async function take(rows: AsyncGenerator<RawRow>, count: number): Promise<RawRow[]> {
  const taken: RawRow[] = []
  while (taken.length < count) {
    const { value, done } = await rows.next()
    if (done) break
    taken.push(value)
  }
  return taken
}

async function* chained(first: readonly RawRow[], rest: AsyncIterable<RawRow>): AsyncGenerator<RawRow> {
  yield* first
  yield* rest
}
