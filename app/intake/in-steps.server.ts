import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { db, type Transaction } from '#app/db/db.server.ts'
import { gentlePace } from '#app/db/gentle-pace.server.ts'
import { statement } from '#app/db/statement.server.ts'
import type { BatchState } from '#app/intake/batch.ts'
import type { Batch } from '#app/intake/own-batch.server.ts'
import { intakeBatches, intakeRows } from '#app/intake/schema.ts'

export type Row = typeof intakeRows.$inferSelect
export type Working = { state: BatchState; phase: Batch['phase'] }
type Progress = Pick<Batch, 'state' | 'phase' | 'cursor' | 'counts'>
type Change = Partial<typeof intakeBatches.$inferInsert>

/**
 * A step of a worker, and how far it is: what it gives is written to the batch in the same write. `isLast`: no row comes
 * after these.
 */
export type Step<Found> = (
  tx: Transaction,
  at: Progress,
  rows: Row[],
  around: { isLast: boolean; found: Found },
) => Promise<Change>

export type Steps<Found> = {
  /** What takes long and only reads is done before the write: nobody waits for it. */
  find(rows: Row[]): Promise<Found>
  step: Step<Found>
}

/** Of what only reads, or writes little. */
export const rowsAtOnce = 500

const [fewestRows, mostRows] = [32, 512]

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
  const pace = gentlePace({ fewest: fewestRows, most: mostRows })
  for (;;) {
    const [batch] = await progressOf(db, { batchId })
    if (!batch || !isAt(batch, at)) return false
    const size = pace.size()
    const rows = await rowsAfter(batchId, batch.cursor, size + 1)
    const isLast = rows.length <= size
    const these = rows.slice(0, size)
    const found = await find(these)
    const isDone = await pace.write(async (tx) => {
      const [now] = await progressOf(tx, { batchId })
      if (!now || !isAt(now, at) || now.cursor !== batch.cursor) return false
      const cursor = these.at(-1)?.row ?? batch.cursor
      const change = { cursor, changedAt: new Date(), ...(await step(tx, now, these, { isLast, found })) }
      await tx.update(intakeBatches).set(change).where(eq(intakeBatches.id, batchId))
      return true
    })
    if (!isDone) return false
    if (isLast) return true
    await pace.rest()
    if (!(await alive())) return false
  }
}

const { state, phase, cursor, counts } = intakeBatches
const progressOf = statement((reads: Pick<Transaction, 'select'>) =>
  reads
    .select({ state, phase, cursor, counts })
    .from(intakeBatches)
    .where(eq(intakeBatches.id, sql.placeholder('batchId'))),
)

function isAt(batch: Progress, { state, phase }: Working): boolean {
  return batch.state === state && batch.phase === phase
}

/** One more than a step takes tells whether it is the last. */
function rowsAfter(batchId: string, cursor: number, limit: number): Promise<Row[]> {
  return db
    .select()
    .from(intakeRows)
    .where(and(eq(intakeRows.batchId, batchId), gt(intakeRows.row, cursor)))
    .orderBy(asc(intakeRows.row))
    .limit(limit)
}
