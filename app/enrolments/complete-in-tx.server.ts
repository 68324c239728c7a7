import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { progressIn } from '#app/enrolments/completion.ts'
import { editionFacts } from '#app/enrolments/edition-facts.server.ts'
import { readWork } from '#app/enrolments/read-work.server.ts'
import { enrolments } from '#app/enrolments/schema.ts'

/**
 * Inner step: marks the enrolment complete at `at` if every rule of the course is met by now, once for ever.
 * True only the one time it becomes so. `hasPassed` comes from above: exams are not this room's.
 */
export async function completeIfDone(
  tx: Transaction,
  { personId, editionId, hasPassed, at }: { personId: string; editionId: string; hasPassed: boolean; at: Date },
): Promise<boolean> {
  if (!hasPassed) return false
  const open = and(
    eq(enrolments.personId, personId),
    eq(enrolments.editionId, editionId),
    isNull(enrolments.completedAt),
  )
  const [enrolment] = await tx.select({ id: enrolments.id }).from(enrolments).where(open)
  const facts = enrolment ? await editionFacts(tx, editionId) : null
  if (!facts) return false
  const work = await readWork(tx, personId, editionId)
  if (!progressIn(facts.sheet, work, hasPassed, at).isComplete) return false
  await tx.update(enrolments).set({ completedAt: at }).where(open)
  return true
}

/** Has this person completed this edition? Who may ask is the caller's to decide. */
export async function hasCompleted(tx: Transaction, personId: string, editionId: string): Promise<boolean> {
  const [completed] = await tx
    .select({ id: enrolments.id })
    .from(enrolments)
    .where(
      and(eq(enrolments.personId, personId), eq(enrolments.editionId, editionId), isNotNull(enrolments.completedAt)),
    )
  return completed !== undefined
}
