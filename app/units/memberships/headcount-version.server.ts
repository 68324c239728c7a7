import { sql } from 'drizzle-orm'
import { db, type Transaction } from '#app/db/db.server.ts'
import { headcountVersions } from '#app/units/schema.ts'

/** How often head-counts, or who stands above whom, have changed. */
export async function headcountVersion(): Promise<number> {
  const [row] = await db.select({ version: headcountVersions.version }).from(headcountVersions)
  return row?.version ?? 0
}

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
