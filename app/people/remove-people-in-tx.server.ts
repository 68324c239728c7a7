import { inArray } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { dropBeginningsInTx } from '#app/people/keep-beginnings-in-tx.server.ts'
import { identityClaims, identityNumbers, oneTimeCodes, people, sessions } from '#app/people/schema.ts'

/**
 * Inner step: accounts that were made by mistake and in which nothing was ever done are gone, as if they had not been.
 * Whoever asks has seen to it that no other row speaks of them; a foreign key says so otherwise.
 */
export async function removePeopleInTx(tx: Transaction, ids: readonly string[]): Promise<void> {
  const these = [...ids]
  for (const table of [sessions, oneTimeCodes, identityClaims, identityNumbers])
    await tx.delete(table).where(inArray(table.personId, these))
  const gone = await tx
    .delete(people)
    .where(inArray(people.id, these))
    .returning({ id: people.id, folded: people.folded, username: people.username, sortKey: people.sortKey })
  await dropBeginningsInTx(tx, gone)
}
