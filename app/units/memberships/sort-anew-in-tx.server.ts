import { eq, inArray, sql } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { people } from '#app/people/schema.ts'
import { memberships } from '#app/units/schema.ts'

/** Inner step: after somebody was renamed, their places stand where the new name belongs. */
export async function sortAnewInTx(tx: Transaction, personIds: readonly string[]): Promise<void> {
  const theirs = tx.select({ sortKey: people.sortKey }).from(people).where(eq(people.id, memberships.personId))
  await tx
    .update(memberships)
    .set({ sortKey: sql`(${theirs})` })
    .where(inArray(memberships.personId, [...personIds]))
}
