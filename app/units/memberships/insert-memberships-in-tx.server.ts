import { inArray } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { rowsStatement } from '#app/db/rows-statement.server.ts'
import { people } from '#app/people/schema.ts'
import { inChunks } from '#app/units/in-chunks.ts'
import type { Held } from '#app/units/memberships/held.server.ts'
import { memberships } from '#app/units/schema.ts'

/** Inner step, the only way to a new membership: it stands in its unit where the person's name belongs. */
export async function insertMembershipsInTx(tx: Transaction, rows: readonly Held[]): Promise<void> {
  for (const chunk of inChunks(rows)) {
    const ids = [...new Set(chunk.map(({ personId }) => personId))]
    const named = await tx
      .select({ id: people.id, sortKey: people.sortKey })
      .from(people)
      .where(inArray(people.id, ids))
    const keys = new Map(named.map(({ id, sortKey }) => [id, sortKey]))
    await insertSortedInTx(
      tx,
      chunk.map((row) => ({ ...row, sortKey: keys.get(row.personId) ?? '' })),
    )
  }
}

/** Inner step: the same of rows that have the sort keys of their people. */
export const insertSortedInTx = rowsStatement(memberships, 'all', (tx, rows) => tx.insert(memberships).values(rows))
