import { announceInTx } from '#app/attempts/announce-in-tx.server.ts'
import { openTimedAttempts } from '#app/attempts/open-attempts.server.ts'
import { auditInTx } from '#app/audit/audit.server.ts'
import { db, write } from '#app/db/db.server.ts'
import { moveAttemptInTx } from '#app/ledger/move-deadline.server.ts'
import { type Authority, auditIdOf, mayAdminister } from '#app/people/person.ts'

const longestMs = 7 * 24 * 3_600_000

/**
 * Tells when the service is, or was, away: open attempts get that time back, and so do those begun later.
 * Announcing the same window again moves nothing twice. Each attempt is moved in a write of its own, so that nobody
 * waits long. Null: not an administrator.
 */
export async function announceMaintenance(
  administrator: Authority,
  startsAt: Date,
  endsAt: Date,
  now = new Date(),
): Promise<{ moved: number } | { refusal: 'wrong-times' } | null> {
  if (!mayAdminister(administrator)) return null
  const lengthMs = endsAt.getTime() - startsAt.getTime()
  if (!(lengthMs > 0) || lengthMs > longestMs) return { refusal: 'wrong-times' }
  await write(async (tx) => {
    if (!(await announceInTx(tx, { startsAt, endsAt, announcedBy: auditIdOf(administrator), at: now }))) return
    const after = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }
    const subjectId = after.startsAt
    await auditInTx(tx, auditIdOf(administrator), {
      verb: 'attempts.announce-maintenance',
      subjectKind: 'maintenance',
      subjectId,
      after,
    })
  })
  const open = await openTimedAttempts(db, { after: startsAt })
  const moves = await Promise.all(
    open.map((attempt) => write((tx) => moveAttemptInTx(tx, attempt, 'maintenance', now))),
  )
  return { moved: moves.filter(Boolean).length }
}
