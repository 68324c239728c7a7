import type { AskedAttempt } from '#app/attempts/asked-attempt.ts'
import { isOverdue } from '#app/attempts/deadline.ts'
import { readAttempt } from '#app/attempts/read-attempt.server.ts'
import { closeIfOverdue } from '#app/ledger/close-overdue.server.ts'
import type { Actor } from '#app/people/person.ts'

/**
 * An attempt for its page; one whose time is over is closed by being looked at. Nothing of any key is in it.
 * Null: there is none, or it is not the asker's.
 */
export async function attemptPage(person: Actor, attemptId: string, now = new Date()): Promise<AskedAttempt | null> {
  const attempt = await readAttempt(person, attemptId, now)
  if (!attempt || !isOverdue(attempt, now)) return attempt
  await closeIfOverdue(attemptId, now)
  return { ...attempt, closedAt: attempt.deadlineAt }
}
