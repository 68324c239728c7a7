import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { rowsStatement } from '#app/db/rows-statement.server.ts'
import { inChunks } from '#app/units/in-chunks.ts'
import type { HeadcountChange } from '#app/units/memberships/headcount.ts'
import { noteHeadcountsInTx } from '#app/units/memberships/headcount-version.server.ts'
import { headcountChanges, heldHeadcounts } from '#app/units/schema.ts'

/** Inner step: head-counts change. */
export async function countInTx(tx: Transaction, changes: readonly HeadcountChange[]): Promise<void> {
  if (changes.length === 0) return
  const { unitId, day, category, isWaiting, change } = headcountChanges
  for (const rows of inChunks(changes))
    await tx
      .insert(headcountChanges)
      .values(rows)
      .onConflictDoUpdate({
        target: [unitId, day, category, isWaiting],
        set: { change: sql`${change} + excluded.change` },
      })
  await noteHeadcountsInTx(tx)
}

/** Inner step: head-counts will change when the import is through. Changes are sums, so what else happens meanwhile adds to them. */
export async function holdInTx(tx: Transaction, batchId: string, changes: readonly HeadcountChange[]): Promise<void> {
  await addHeld(
    tx,
    changes.map((row) => ({ ...row, batchId })),
  )
}

const addHeld = rowsStatement(
  heldHeadcounts,
  ['batchId', 'unitId', 'day', 'category', 'isWaiting', 'change'],
  (tx, rows) => {
    const { batchId, unitId, day, category, isWaiting, change } = heldHeadcounts
    return tx
      .insert(heldHeadcounts)
      .values(rows)
      .onConflictDoUpdate({
        target: [batchId, unitId, day, category, isWaiting],
        set: { change: sql`${change} + excluded.change` },
      })
  },
)

/** Inner step: what an import has held back counts from now on. Some rows a unit and category, however long the list. */
export async function countHeldInTx(tx: Transaction, batchId: string): Promise<void> {
  const { unitId, day, category, isWaiting, change } = heldHeadcounts
  const held = await tx
    .select({ unitId, day, category, isWaiting, change })
    .from(heldHeadcounts)
    .where(eq(heldHeadcounts.batchId, batchId))
  await countInTx(
    tx,
    held.filter(({ change: by }) => by !== 0),
  )
  await tx.delete(heldHeadcounts).where(eq(heldHeadcounts.batchId, batchId))
}
