import { eq } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { changedInTx } from '#app/people/changed-in-tx.server.ts'
import { dropBeginningsInTx, keepBeginningsInTx } from '#app/people/keep-beginnings-in-tx.server.ts'
import { namesOf } from '#app/people/names-of.ts'
import { people } from '#app/people/schema.ts'

type Changes = Partial<Omit<typeof people.$inferInsert, 'id' | 'sortKey' | 'folded'>> & { fullName: string }

/**
 * Inner step, the only way to another name: somebody is sorted and found by it from now on. Whoever calls this brings the
 * places in units up to it too (sort-anew-in-tx).
 */
export async function renameInTx(tx: Transaction, personId: string, changes: Changes): Promise<void> {
  const named = { id: people.id, folded: people.folded, username: people.username, sortKey: people.sortKey }
  await dropBeginningsInTx(tx, await tx.select(named).from(people).where(eq(people.id, personId)))
  const after = await tx
    .update(people)
    .set({ ...changes, ...namesOf(changes.fullName) })
    .where(eq(people.id, personId))
    .returning(named)
  await keepBeginningsInTx(tx, after)
  await changedInTx(tx, [personId])
}
