import { and, eq, inArray, notExists, sql } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { changedInTx } from '#app/people/changed-in-tx.server.ts'
import { foldedInto } from '#app/people/folded.server.ts'
import { aliases, identityNumbers, merges, oneTimeCodes, people, sessions } from '#app/people/schema.ts'

export type Fold = { keptId: string; foldedId: string; reason: string; madeBy: string | null; now: Date }
/** `aliases`: accounts that led to the folded one. `numberSetAt`: its identity number went along; an ISO instant. */
export type Folded = { aliases: string[]; numberSetAt: string | null }

/**
 * Inner step: an account leads to another. Nobody signs in to it or finds it any more; nothing of it is written anew but
 * that it is closed, and sessions and codes are gone. The identity number is known with the kept account.
 * @param moved what other rooms have moved, kept beside what is moved here
 */
export async function foldAccountInTx(tx: Transaction, fold: Fold, moved: object): Promise<{ id: string }> {
  const { keptId, foldedId, reason, madeBy, now } = fold
  const earlier = await foldedInto(foldedId, tx)
  const numberSetAt = await giveNumberInTx(tx, foldedId, keptId)
  const folded: Folded = { aliases: earlier, numberSetAt: numberSetAt?.toISOString() ?? null }
  const [merge] = await tx
    .insert(merges)
    .values({ keptId, foldedId, reason, madeBy, at: now, moved: { ...moved, ...folded } })
    .returning({ id: merges.id })
  if (!merge) throw new Error('a merge was not written')
  await tx.update(aliases).set({ keptId }).where(eq(aliases.keptId, foldedId))
  await tx.insert(aliases).values({ personId: foldedId, keptId, mergeId: merge.id })
  await tx.update(people).set({ closedAt: now }).where(eq(people.id, foldedId))
  for (const table of [sessions, oneTimeCodes]) await tx.delete(table).where(eq(table.personId, foldedId))
  await changedInTx(tx, [keptId, foldedId])
  return merge
}

/** Inner step: the account is one of its own again, with what led to it; a number that was set since stays. */
export async function unfoldAccountInTx(
  tx: Transaction,
  merge: { id: string; keptId: string; foldedId: string },
  folded: Folded,
  undoing: { reason: string; undoneBy: string | null; now: Date },
): Promise<void> {
  const { keptId, foldedId } = merge
  const { reason: undoReason, undoneBy, now: undoneAt } = undoing
  await tx.delete(aliases).where(eq(aliases.personId, foldedId))
  if (folded.aliases.length > 0)
    await tx
      .update(aliases)
      .set({ keptId: foldedId })
      .where(and(eq(aliases.keptId, keptId), inArray(aliases.personId, folded.aliases)))
  if (folded.numberSetAt !== null) await giveNumberInTx(tx, keptId, foldedId, new Date(folded.numberSetAt))
  await tx.update(people).set({ closedAt: null }).where(eq(people.id, foldedId))
  await tx.update(merges).set({ undoneAt, undoneBy, undoReason }).where(eq(merges.id, merge.id))
  await changedInTx(tx, [keptId, foldedId])
}

/** Goes as it is sealed, and only to who has none. The day it was set tells that it is still the same. */
async function giveNumberInTx(tx: Transaction, from: string, to: string, setAt?: Date): Promise<Date | null> {
  const held = tx.select({ one: sql`1` }).from(identityNumbers).where(eq(identityNumbers.personId, to))
  const [given] = await tx
    .update(identityNumbers)
    .set({ personId: to })
    .where(
      and(eq(identityNumbers.personId, from), setAt ? eq(identityNumbers.setAt, setAt) : undefined, notExists(held)),
    )
    .returning({ setAt: identityNumbers.setAt })
  return given?.setAt ?? null
}
