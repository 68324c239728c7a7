import { inArray } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { people } from '#app/people/schema.ts'

/** Inner step: accounts that waited (`addPeopleInTx`) can be found, and signed in to with a code. At most some hundred. */
export async function openPeopleInTx(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx
    .update(people)
    .set({ closedAt: null })
    .where(inArray(people.id, [...ids]))
}

/** Inner step: accounts that nobody has used wait again. */
export async function holdPeopleInTx(tx: Transaction, ids: readonly string[], now: Date): Promise<void> {
  await tx
    .update(people)
    .set({ closedAt: now })
    .where(inArray(people.id, [...ids]))
}
