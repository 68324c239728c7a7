import { asc, eq } from 'drizzle-orm'
import { certificates } from '#app/certificates/schema.ts'
import { db, write } from '#app/db/db.server.ts'
import { openRenewalsInTx } from '#app/enrolments/renew-in-tx.server.ts'
import { renewals } from '#app/enrolments/schema.ts'
import { record } from '#app/ledger/record.server.ts'
import type { SignedIn } from '#app/people/person.ts'
import { type AnEdition, anEdition, aPerson, type EditionPlan } from '#tests/factories.ts'
import { allLessons } from '#tests/learning.ts'
import { hasSat } from '#tests/sitting.ts'

/** Somebody who completed a course at a moment. */
export async function aGraduate(at: Date, plan: EditionPlan = {}): Promise<{ person: SignedIn; edition: AnEdition }> {
  const [person, edition] = [await aPerson(), await anEdition(plan)]
  await completes(person, edition, at)
  return { person, edition }
}

/** The lessons and the exam, all at one moment. */
export async function completes(person: SignedIn, edition: AnEdition, at: Date): Promise<void> {
  await record(person, { events: allLessons(edition) }, at)
  await hasSat(person, edition, { at })
}

/** A course is asked of somebody anew. */
export function renew(person: { id: string }, { courseId }: { courseId: string }, at: Date): Promise<number> {
  return write((tx) => openRenewalsInTx(tx, [{ personId: person.id, courseId }], at))
}

export function renewalsOf({ id }: { id: string }) {
  return db
    .select({ openedAt: renewals.openedAt, completedAt: renewals.completedAt })
    .from(renewals)
    .where(eq(renewals.personId, id))
    .orderBy(asc(renewals.openedAt))
}

export function papersOf({ id }: { id: string }) {
  return db.select().from(certificates).where(eq(certificates.personId, id)).orderBy(asc(certificates.issue))
}
