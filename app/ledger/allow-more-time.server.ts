import { eq } from 'drizzle-orm'
import { allowInTx } from '#app/attempts/allow-in-tx.server.ts'
import { openTimedAttempts } from '#app/attempts/open-attempts.server.ts'
import { auditInTx } from '#app/audit/audit.server.ts'
import { write } from '#app/db/db.server.ts'
import { isManager } from '#app/ledger/is-manager.ts'
import { moveAttemptInTx } from '#app/ledger/move-deadline.server.ts'
import type { Actor } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'

const mostPercent = 300

export type MoreTime = { moved: number } | { refusal: 'no-reason' | 'wrong-share' }

/**
 * Gives a person more time in every timed exam, as a share of its limit (50 = half as long again), with a reason;
 * an exam that is open at this moment gets it too. Null: not a manager, or no such person.
 */
export async function allowMoreTime(
  manager: Actor,
  personId: string,
  extraPercent: number,
  reason: string,
  now = new Date(),
): Promise<MoreTime | null> {
  if (!isManager(manager)) return null
  if (reason.trim() === '') return { refusal: 'no-reason' }
  if (!Number.isInteger(extraPercent) || extraPercent < 0 || extraPercent > mostPercent)
    return { refusal: 'wrong-share' }
  return write(async (tx) => {
    const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.id, personId))
    if (!person) return null
    const before = await allowInTx(tx, { personId, extraPercent, reason, grantedBy: manager.id, at: now })
    await auditInTx(tx, manager.id, {
      verb: 'attempts.allow-more-time',
      subjectKind: 'person',
      subjectId: personId,
      before,
      after: extraPercent,
      reason,
    })
    let moved = 0
    for (const attempt of await openTimedAttempts(tx, { personId, after: now }))
      if (await moveAttemptInTx(tx, attempt, reason, now)) moved++
    return { moved }
  })
}
