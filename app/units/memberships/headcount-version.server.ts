import { sql } from 'drizzle-orm'
import { db, type Transaction } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'
import { headcountVersions } from '#app/units/schema.ts'

/** How often head-counts, or who stands above whom, have changed. */
export async function headcountVersion(): Promise<number> {
  const [row] = await readVersion(db, {})
  return row?.version ?? 0
}

const readVersion = statement((reads: Pick<Transaction, 'select'>) =>
  reads.select({ version: headcountVersions.version }).from(headcountVersions),
)

/** Inner step: what a process remembers of head-counts is stale from this write on. */
export async function noteHeadcountsInTx(tx: Transaction): Promise<void> {
  await tx
    .insert(headcountVersions)
    .values({ id: 1, version: 1 })
    .onConflictDoUpdate({
      target: headcountVersions.id,
      set: { version: sql`${headcountVersions.version} + 1` },
    })
}
