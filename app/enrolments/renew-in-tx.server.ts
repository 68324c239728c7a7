import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { enrolments, renewals } from '#app/enrolments/schema.ts'

export type Renewing = { personId: string; courseId: string }

/**
 * Inner step: these are to pass these courses again; whoever has a renewal of the course open keeps that one, and whoever
 * never completed it has nothing to renew. At most some hundred at once. How many were opened.
 */
export async function openRenewalsInTx(tx: Transaction, wanted: readonly Renewing[], at: Date): Promise<number> {
  const people = [...new Set(wanted.map(({ personId }) => personId))]
  const courses = [...new Set(wanted.map(({ courseId }) => courseId))]
  if (people.length === 0) return 0
  const open = await tx
    .select({ personId: renewals.personId, courseId: renewals.courseId })
    .from(renewals)
    .where(and(inArray(renewals.personId, people), inArray(renewals.courseId, courses), isNull(renewals.completedAt)))
  const completed = await tx
    .select({ personId: enrolments.personId, courseId: enrolments.courseId })
    .from(enrolments)
    .where(
      and(
        inArray(enrolments.personId, people),
        inArray(enrolments.courseId, courses),
        isNotNull(enrolments.completedAt),
      ),
    )
  const [isOpen, isCompleted] = [new Set(open.map(keyOf)), new Set(completed.map(keyOf))]
  const fresh = new Map(wanted.map((one) => [keyOf(one), one]))
  const rows = [...fresh]
    .filter(([key]) => isCompleted.has(key) && !isOpen.has(key))
    .map(([, { personId, courseId }]) => ({ personId, courseId, openedAt: at }))
  if (rows.length > 0) await tx.insert(renewals).values(rows).onConflictDoNothing()
  return rows.length
}

/** Inner step: the course was passed again. True the one time that it ends the renewal that is open. */
export async function endRenewalInTx(tx: Transaction, { personId, courseId }: Renewing, at: Date): Promise<boolean> {
  const ended = await tx
    .update(renewals)
    .set({ completedAt: at })
    .where(and(eq(renewals.personId, personId), eq(renewals.courseId, courseId), isNull(renewals.completedAt)))
    .returning({ openedAt: renewals.openedAt })
  return ended.length > 0
}

const keyOf = ({ personId, courseId }: Renewing) => `${personId} ${courseId}`
