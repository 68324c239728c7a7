import { eq } from 'drizzle-orm'
import { allowInTx } from '#app/attempts/allow-in-tx.server.ts'
import { openTimedAttempts } from '#app/attempts/open-attempts.server.ts'
import { auditInTx } from '#app/audit/audit.server.ts'
import { write } from '#app/db/db.server.ts'
import { moveAttemptInTx } from '#app/ledger/move-deadline.server.ts'
import { type Authority, auditIdOf, isSelf, mayManage } from '#app/people/person.ts'
import { reasonOf } from '#app/people/reason.ts'
import { people } from '#app/people/schema.ts'
import { looksAfter } from '#app/units/sight/looks-after.server.ts'

const mostPercent = 300

export type MoreTime = { moved: number } | { refusal: 'no-reason' | 'wrong-share' | 'own' }

/**
 * Gives a person more time in every timed exam, as a share of its limit (50 = half as long again), with a reason;
 * an exam that is open at this moment gets it too. Nobody gives it to themselves. Null: not one who looks after the person, or no such person.
 */
export async function allowMoreTime(
  manager: Authority,
  personId: string,
  extraPercent: number,
  typedReason: string,
  now = new Date(),
): Promise<MoreTime | null> {
  if (isSelf(manager, personId)) return mayManage(manager) ? { refusal: 'own' } : null
  if (!(await looksAfter(manager, personId, now))) return null
  const reason = reasonOf(typedReason)
  if (reason === '') return { refusal: 'no-reason' }
  if (!Number.isInteger(extraPercent) || extraPercent < 0 || extraPercent > mostPercent)
    return { refusal: 'wrong-share' }
  return write(async (tx) => {
    const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.id, personId))
    if (!person) return null
    const before = await allowInTx(tx, {
      personId,
      extraPercent,
      reason,
      grantedBy: auditIdOf(manager) ?? 'command-line',
      at: now,
    })
    await auditInTx(tx, auditIdOf(manager), {
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
