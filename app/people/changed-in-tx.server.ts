import { sql } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { changedPeople } from '#app/people/schema.ts'

/** Stands for everybody: who stands above whom has changed. */
export const everybody = '*'

/**
 * Inner step: tells whoever keeps projections of people (the keeper of standings) that facts of these have changed, in the
 * write that changes them. At most some hundred at once.
 */
export async function changedInTx(tx: Transaction, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  const at = new Date()
  await tx
    .insert(changedPeople)
    .values([...new Set(personIds)].map((personId) => ({ personId, at })))
    .onConflictDoUpdate({ target: changedPeople.personId, set: { at: sql`excluded.at` } })
}
