import { and, eq, gt } from 'drizzle-orm'
import { db, write } from '#app/db/db.server.ts'
import { courtOf } from '#app/intake/court-of.server.ts'
import { inSteps, rowsAtOnce } from '#app/intake/in-steps.server.ts'
import { joining } from '#app/intake/joining.server.ts'
import { isSameVerdict, sendBack } from '#app/intake/judge-batch.server.ts'
import { type Court, judgeRows } from '#app/intake/judge-rows.server.ts'
import { nameNewcomers } from '#app/intake/name-newcomers.server.ts'
import type { Batch } from '#app/intake/own-batch.server.ts'
import { intakeBatches, intakeRows } from '#app/intake/schema.ts'

type Alive = () => Promise<boolean>

/**
 * A worker's third part: committing → committed. Looks once more, since somebody may have come meanwhile; then gives
 * everybody their place, and who is new an account, which waits. When all are there they are given what they are found by,
 * and open all in one write: until then nobody of the list can sign in, be found or be counted.
 */
export async function takeInBatch(batch: Batch, alive: Alive, now: Date): Promise<void> {
  if (batch.phase === null) {
    const court = await courtOf(db, batch, now)
    if (!court) return sendBack(batch, 'unit-not-yours', now)
    if (!(await isAsChecked(batch, court))) return sendBack(batch, 'changed-since', now)
  }
  if (batch.phase === 'name') return nameNewcomers(batch.id, alive, now)
  if (batch.phase !== 'join')
    await write((tx) =>
      tx
        .update(intakeBatches)
        .set({ phase: 'join', cursor: 0 })
        .where(and(eq(intakeBatches.id, batch.id), eq(intakeBatches.state, 'committing'))),
    )
  if (await inSteps(batch.id, { state: 'committing', phase: 'join' }, joining(batch, now), alive))
    await nameNewcomers(batch.id, alive, now)
}

/** Nothing is written before all of the list was found as it was when somebody agreed to it. */
async function isAsChecked(batch: Batch, court: Court): Promise<boolean> {
  for (let cursor = 0; ; ) {
    const rows = await db
      .select()
      .from(intakeRows)
      .where(and(eq(intakeRows.batchId, batch.id), gt(intakeRows.row, cursor)))
      .orderBy(intakeRows.row)
      .limit(rowsAtOnce)
    const verdicts = await judgeRows(db, rows, court)
    if (!rows.every((row, at) => isSameVerdict(row, verdicts[at] ?? { ...nothing, row: row.row }))) return false
    const last = rows.at(-1)
    if (!last || rows.length < rowsAtOnce) return true
    cursor = last.row
    await new Promise((wake) => setImmediate(wake))
  }
}

const nothing = { verdict: 'refused' as const, reasons: [], candidates: [], unitId: null }
