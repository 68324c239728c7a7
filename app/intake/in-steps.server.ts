import { and, asc, eq, gt } from 'drizzle-orm'
import { db, type Transaction, write } from '#app/db/db.server.ts'
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
export type Step<Found> = (
  tx: Transaction,
  batch: Batch,
  rows: Row[],
  around: { isLast: boolean; found: Found },
) => Promise<Change>

export type Steps<Found> = {
  /** What takes long and only reads is done before the write: nobody waits for it. */
  find(rows: Row[]): Promise<Found>
  step: Step<Found>
}

export const rowsAStep = 150
/** After each write others have their turn: learners at their lessons do not notice a list of 50,000. */
const shortestPauseMs = 5
const longestPauseMs = 40

/**
 * Goes through the rows of a batch, some hundred a write, from where it was left. The cursor moves with the rows in one
 * write, so a worker that dies has done each row wholly or not at all, and two workers never do one twice.
 * False: the batch has left this state meanwhile.
 */
export async function inSteps<Found>(
  batchId: string,
  at: Working,
  { find, step }: Steps<Found>,
  alive: () => Promise<boolean>,
): Promise<boolean> {
  for (;;) {
    const [batch] = await db.select().from(intakeBatches).where(eq(intakeBatches.id, batchId))
    if (!batch || !isAt(batch, at)) return false
    const rows = await rowsAfter(batchId, batch.cursor)
    const isLast = rows.length <= rowsAStep
    const these = rows.slice(0, rowsAStep)
    const found = await find(these)
    const started = performance.now()
    const isDone = await write(async (tx) => {
      const [now] = await tx.select().from(intakeBatches).where(eq(intakeBatches.id, batchId))
      if (!now || !isAt(now, at) || now.cursor !== batch.cursor) return false
      const cursor = these.at(-1)?.row ?? batch.cursor
      const change = { cursor, changedAt: new Date(), ...(await step(tx, now, these, { isLast, found })) }
      await tx.update(intakeBatches).set(change).where(eq(intakeBatches.id, batchId))
      return true
    })
    if (!isDone) return false
    if (isLast) return true
    const tookMs = performance.now() - started
    await new Promise((wake) => setTimeout(wake, Math.min(longestPauseMs, Math.max(shortestPauseMs, tookMs / 2))))
    if (!(await alive())) return false
  }
}

function isAt(batch: Batch, { state, phase }: Working): boolean {
  return batch.state === state && batch.phase === phase
}

/** One more than a step takes tells whether it is the last. */
function rowsAfter(batchId: string, cursor: number): Promise<Row[]> {
  return db
    .select()
    .from(intakeRows)
    .where(and(eq(intakeRows.batchId, batchId), gt(intakeRows.row, cursor)))
    .orderBy(asc(intakeRows.row))
    .limit(rowsAStep + 1)
}
