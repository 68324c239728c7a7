import { and, eq, inArray, ne } from 'drizzle-orm'
import { db, type Transaction } from '#app/db/db.server.ts'
import { everybody } from '#app/people/changed-in-tx.server.ts'
import { changedPeople } from '#app/people/schema.ts'

export type ChangedPerson = typeof changedPeople.$inferSelect

/** Whether facts of anybody changed, or the tree. */
export async function isAnythingChanged(): Promise<boolean> {
  const [mark] = await db.select({ personId: changedPeople.personId }).from(changedPeople).limit(1)
  return mark !== undefined
}

/** Some of the people whose facts changed, and when last. */
export function somePeopleChanged(most: number): Promise<ChangedPerson[]> {
  return db.select().from(changedPeople).where(ne(changedPeople.personId, everybody)).limit(most)
}

/** When the tree changed last; null: not since it was looked at. */
export async function treeChanged(): Promise<ChangedPerson | null> {
  const [mark] = await db.select().from(changedPeople).where(eq(changedPeople.personId, everybody))
  return mark ?? null
}

/** Inner step: these were looked at. Whoever changed again since they were read stays marked. */
export async function lookedAtInTx(tx: Transaction, seen: readonly ChangedPerson[]): Promise<void> {
  const byMoment = new Map<number, string[]>()
  for (const { personId, at } of seen) byMoment.set(at.getTime(), [...(byMoment.get(at.getTime()) ?? []), personId])
  for (const [moment, personIds] of byMoment)
    await tx
      .delete(changedPeople)
      .where(and(inArray(changedPeople.personId, personIds), eq(changedPeople.at, new Date(moment))))
}
