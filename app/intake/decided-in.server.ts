import { and, count, eq } from 'drizzle-orm'
import type { Decision } from '#app/intake/batch.ts'
import { intakeRows } from '#app/intake/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'

export type Decided = Record<Decision | 'undecided', number>

/** How many rows in conflict were decided how. Inside verbs that have asked whose the batch is. */
export async function decidedIn(reads: Reads, batchId: string): Promise<Decided> {
  const { decision, verdict } = intakeRows
  const rows = await reads
    .select({ decision, rows: count().mapWith(Number) })
    .from(intakeRows)
    .where(and(eq(intakeRows.batchId, batchId), eq(verdict, 'conflict')))
    .groupBy(decision)
  const decided: Decided = { same: 0, new: 0, leave: 0, undecided: 0 }
  for (const row of rows) decided[row.decision ?? 'undecided'] = row.rows
  return decided
}
