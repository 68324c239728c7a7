import { and, eq, inArray, lt, ne, sql } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { people } from '#app/people/schema.ts'
import { standings } from '#app/requirements/schema.ts'
import { never } from '#app/units/unit.ts'

/**
 * Inner step: a sort key is a name in other letters, so where somebody has another name, or none any more, what was
 * reported of them is sorted by that; nothing else of it changes. Of rows that stand the keeper minds it anyway.
 */
export async function sortPastInTx(tx: Transaction, personIds: readonly string[]): Promise<void> {
  const renamed = await tx
    .selectDistinct({ id: people.id })
    .from(standings)
    .innerJoin(people, eq(people.id, standings.personId))
    .where(
      and(
        inArray(standings.personId, [...personIds]),
        lt(standings.toDay, never),
        ne(standings.sortKey, people.sortKey),
      ),
    )
  if (renamed.length === 0) return
  const theirs = tx.select({ sortKey: people.sortKey }).from(people).where(eq(people.id, standings.personId))
  const ids = renamed.map(({ id }) => id)
  await tx
    .update(standings)
    .set({ sortKey: sql`(${theirs})` })
    .where(inArray(standings.personId, ids))
}
