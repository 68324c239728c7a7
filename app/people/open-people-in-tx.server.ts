import { inArray, type SQLWrapper, sql } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { changedPeople, people } from '#app/people/schema.ts'

/**
 * Inner step: accounts that waited (`addPeopleInTx`) can be found, and signed in to with a code, and stand to what is
 * asked of them from now on. Some hundred ids, or a query for however many.
 */
export async function openPeopleInTx(tx: Transaction, ids: readonly string[] | SQLWrapper): Promise<void> {
  const isOne = inArray(people.id, 'getSQL' in ids ? ids : [...ids])
  await tx.update(people).set({ closedAt: null }).where(isOne)
  const at = sql<Date>`${sql.param(new Date(), changedPeople.at)}`.as('at')
  await tx
    .insert(changedPeople)
    .select(tx.select({ personId: people.id, at }).from(people).where(isOne))
    .onConflictDoUpdate({ target: changedPeople.personId, set: { at: sql`excluded.at` } })
}
