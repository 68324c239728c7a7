import { and, asc, eq, gt } from 'drizzle-orm'
import { type Transaction, write } from '#app/db/db.server.ts'
import type { BatchState } from '#app/intake/batch.ts'
import type { Batch } from '#app/intake/own-batch.server.ts'
import { intakeBatches, intakeRows } from '#app/intake/schema.ts'

export type Row = typeof intakeRows.$inferSelect
export type Working = { state: BatchState; phase: Batch['phase'] }
type Change = Partial<typeof intakeBatches.$inferInsert>

/**
 * A step of a worker, and the batch with it: what it gives is written to the batch in the same write. `isLast`: no row
 * comes after these.
 */
export type Step = (tx: Transaction, batch: Batch, rows: Row[], isLast: boolean) => Promise<Change>

export const rowsAStep = 500
/** After each write others have their turn: learners at their lessons do not notice a list of 50,000. */
const shortestPauseMs = 5
const longestPauseMs = 50

/**
 * Goes through the rows of a batch, some hundred a write, from where it was left. The cursor moves with the rows in one
 * write, so a worker that dies has done each row wholly or not at all, and two workers never do one twice.
 * False: the batch has left this state meanwhile.
 */
export async function inSteps(batchId: string, at: Working, step: Step, alive: () => Promise<boolean>) {
  for (;;) {
    const started = performance.now()
    const outcome = await write((tx) => oneStep(tx, batchId, at, step))
    if (outcome !== 'more') return outcome === 'done'
    const tookMs = performance.now() - started
    await new Promise((wake) => setTimeout(wake, Math.min(longestPauseMs, Math.max(shortestPauseMs, tookMs / 2))))
    if (!(await alive())) return false
  }
}

async function oneStep(tx: Transaction, batchId: string, at: Working, step: Step): Promise<'gone' | 'more' | 'done'> {
  const [batch] = await tx.select().from(intakeBatches).where(eq(intakeBatches.id, batchId))
  if (!batch || batch.state !== at.state || batch.phase !== at.phase) return 'gone'
  const rows = await rowsAfter(tx, batchId, batch.cursor)
  const isLast = rows.length <= rowsAStep
  const these = rows.slice(0, rowsAStep)
  const change = await step(tx, batch, these, isLast)
  const cursor = these.at(-1)?.row ?? batch.cursor
  await tx
    .update(intakeBatches)
    .set({ cursor, changedAt: new Date(), ...change })
    .where(eq(intakeBatches.id, batchId))
  return isLast ? 'done' : 'more'
}

/** One more than a step takes tells whether it is the last. */
function rowsAfter(tx: Transaction, batchId: string, cursor: number): Promise<Row[]> {
  return tx
    .select()
    .from(intakeRows)
    .where(and(eq(intakeRows.batchId, batchId), gt(intakeRows.row, cursor)))
    .orderBy(asc(intakeRows.row))
    .limit(rowsAStep + 1)
}
