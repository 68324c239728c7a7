import { and, eq, isNull, lt } from 'drizzle-orm'
import type { TimedAttempt } from '#app/attempts/open-attempts.server.ts'
import { attempts } from '#app/attempts/schema.ts'
import { deadlineInTx } from '#app/attempts/timing-in-tx.server.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { editionFacts } from '#app/enrolments/edition-facts.server.ts'

/**
 * Inner step: brings the deadline of an open attempt up to today's allowances and maintenance windows. It only ever
 * moves on, so twice is once. The new deadline, or null if there was nothing to move.
 */
export async function moveDeadlineInTx(tx: Transaction, attempt: TimedAttempt): Promise<Date | null> {
  const facts = await editionFacts(tx, attempt.editionId)
  const timeLimitMinutes = facts?.sheet.exam.timeLimitMinutes ?? null
  const deadlineAt = await deadlineInTx(tx, { ...attempt, timeLimitMinutes })
  if (!deadlineAt) return null
  const moved = await tx
    .update(attempts)
    .set({ deadlineAt })
    .where(and(eq(attempts.id, attempt.id), isNull(attempts.closedAt), lt(attempts.deadlineAt, deadlineAt)))
    .returning({ id: attempts.id })
  return moved.length > 0 ? deadlineAt : null
}
