import { inArray, type SQLWrapper } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { people } from '#app/people/schema.ts'

/**
 * Inner step: accounts that waited (`addPeopleInTx`) can be found, and signed in to with a code. Some hundred ids, or a
 * query for however many.
 */
export async function openPeopleInTx(tx: Transaction, ids: readonly string[] | SQLWrapper): Promise<void> {
  await tx
    .update(people)
    .set({ closedAt: null })
    .where(inArray(people.id, 'getSQL' in ids ? ids : [...ids]))
}
