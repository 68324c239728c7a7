import { and, eq, inArray } from 'drizzle-orm'
import { type ConflictRow, fittingOne } from '#app/intake/conflict-kinds.ts'
import { intakeRows } from '#app/intake/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/** The rows of a batch in conflict, and which of them fit one person alone. Inside verbs that have asked whose it is. */
export async function conflictsIn(reads: Reads, batchId: string) {
  const { row, reasons, candidates, decision, verdict } = intakeRows
  const rows: ConflictRow[] = await reads
    .select({ row, reasons, candidates, decision })
    .from(intakeRows)
    .where(and(eq(intakeRows.batchId, batchId), eq(verdict, 'conflict')))
    .orderBy(row)
  const alone = fittingOne(rows, new Set())
  const others = await matchedAmong(reads, batchId, [...alone.values()])
  return { rows, fitting: others.size === 0 ? alone : fittingOne(rows, others) }
}

/** Who of these is another row of the list already. */
async function matchedAmong(reads: Reads, batchId: string, ids: readonly string[]): Promise<Set<string>> {
  const met = new Set<string>()
  for (let at = 0; at < ids.length; at += 500) {
    const some = inArray(intakeRows.personId, ids.slice(at, at + 500))
    const rows = await reads
      .select({ personId: intakeRows.personId })
      .from(intakeRows)
      .where(and(some, eq(intakeRows.batchId, batchId)))
    for (const { personId } of rows) if (personId) met.add(personId)
  }
  return met
}
