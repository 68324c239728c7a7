import { and, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import type { BatchState } from '#app/intake/batch.ts'
import type { Batch } from '#app/intake/own-batch.server.ts'
import { intakeBatches } from '#app/intake/schema.ts'

/** Inner step: a batch goes from one of some states to another, from its first row. False: it stood in none of them. */
export async function changeStateInTx(
  tx: Transaction,
  batchId: string,
  from: readonly BatchState[],
  change: Partial<Batch> & { state: BatchState },
  now: Date,
): Promise<boolean> {
  const changed = await tx
    .update(intakeBatches)
    .set({ phase: null, cursor: 0, changedAt: now, ...change })
    .where(and(eq(intakeBatches.id, batchId), inArray(intakeBatches.state, [...from])))
    .returning({ id: intakeBatches.id })
  return changed.length > 0
}
