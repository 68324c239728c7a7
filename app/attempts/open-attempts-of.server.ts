import { and, eq, gt, isNull, or } from 'drizzle-orm'
import { attempts } from '#app/attempts/schema.ts'
import { db, type Transaction } from '#app/db/db.server.ts'
import type { Actor } from '#app/people/person.ts'

export type OpenAttempt = { id: string; editionId: string; deadlineAt: Date | null }

/** The exams that somebody has begun and may still go on with. One query. */
export async function openAttemptsOf(
  person: Actor,
  now: Date,
  reads: Pick<Transaction, 'select'> = db,
): Promise<OpenAttempt[]> {
  return reads
    .select({ id: attempts.id, editionId: attempts.editionId, deadlineAt: attempts.deadlineAt })
    .from(attempts)
    .where(
      and(
        eq(attempts.personId, person.id),
        isNull(attempts.closedAt),
        or(isNull(attempts.deadlineAt), gt(attempts.deadlineAt, now)),
      ),
    )
}
