import { and, asc, eq, or, sql } from 'drizzle-orm'
import type { Row } from '#app/intake/in-steps.server.ts'
import { keptRow } from '#app/intake/kept-row.ts'
import { asRead } from '#app/intake/mending/mended-row.ts'
import { intakeRows } from '#app/intake/schema.ts'
import { duplicateFinder } from '#app/intake/sheet/duplicates.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/**
 * Looks again for copies among all rows that share number or phone with a row that was mended, before or after, by the
 * finder that the reading uses. The rows that change by it, and the mended one.
 */
export async function copiesAmong(reads: Reads, before: Row, after: Row): Promise<Row[]> {
  const rows = await rowsLike(reads, before, after)
  const mark = duplicateFinder()
  return rows.flatMap((row) => {
    const found = asRead(row.row, row.understood, row.identity?.hash ?? null)
    mark(found)
    const understood = { ...keptRow(found), mended: row.understood.mended }
    const isSame = JSON.stringify(marksOf(understood)) === JSON.stringify(marksOf(row.understood))
    return isSame && row.row !== after.row ? [] : [{ ...row, understood }]
  })
}

function marksOf({ duplicateOf, doubts }: Row['understood']) {
  return [duplicateOf, doubts.personalId?.doubts.includes('id-shared') === true]
}

/** With those that share something with these in turn: a copy is a copy of the first of its kind. */
async function rowsLike(reads: Reads, before: Row, after: Row): Promise<Row[]> {
  const found = new Map([[after.row, after]])
  const asked = new Set<string>()
  let marks = distinguishing([before, after])
  while (marks.some((mark) => !asked.has(mark))) {
    const fresh = marks.filter((mark) => !asked.has(mark))
    for (const mark of fresh) asked.add(mark)
    const rows = await rowsWith(reads, after.batchId, fresh)
    for (const row of rows) if (row.row !== after.row) found.set(row.row, row)
    marks = distinguishing(rows)
  }
  return [...found.values()].sort((a, b) => a.row - b.row)
}

function distinguishing(rows: readonly Row[]): string[] {
  return rows.flatMap(({ understood, identity }) => [understood.person.phone ?? [], identity?.hash ?? []].flat())
}

/** A hash or a phone is found as text: rows are kept as JSON, and it stands nowhere else in them. */
function rowsWith(reads: Reads, batchId: string, marks: readonly string[]): Promise<Row[]> {
  const ways = marks.map((mark) => {
    const column = mark.startsWith('+') ? intakeRows.understood : intakeRows.identity
    return sql`cast(${column} as text) like ${`%"${mark}"%`}`
  })
  return reads
    .select()
    .from(intakeRows)
    .where(and(eq(intakeRows.batchId, batchId), or(...ways)))
    .orderBy(asc(intakeRows.row))
}
