import type { MaintenanceWindow } from '#app/attempts/deadline.ts'
import { openTimedAttempts } from '#app/attempts/open-attempts.server.ts'
import { withdrawInTx } from '#app/attempts/withdraw-in-tx.server.ts'
import { auditInTx } from '#app/audit/audit.server.ts'
import { db, type Transaction, write } from '#app/db/db.server.ts'
import { restoreAttemptInTx } from '#app/ledger/move-deadline.server.ts'
import { type Authority, auditIdOf, mayAdminister } from '#app/people/person.ts'

export type Withdrawal = { withdrawn: { moved: number } } | { ended: true } | { refusal: 'over' }

/**
 * Takes an announced window back. Before it begins it is gone, and the deadlines it moved go back to where they were:
 * nobody is kept from working, so everybody has their whole time. While it is under way it ends now, and what it gave
 * stays given. Each attempt is moved in a write of its own, so that nobody waits long. Null: not an administrator, or no
 * such window.
 */
export async function withdrawMaintenance(
  administrator: Authority,
  windowId: string,
  now = new Date(),
): Promise<Withdrawal | null> {
  if (!mayAdminister(administrator)) return null
  const outcome = await write(async (tx) => {
    const found = await withdrawInTx(tx, windowId, now)
    if (found && found.state !== 'over') await writeDown(tx, administrator, found.window, found.state, now)
    return found
  })
  if (!outcome) return null
  const { window, state } = outcome
  if (state === 'over') return { refusal: 'over' }
  if (state === 'under-way') return { ended: true }
  const open = await openTimedAttempts(db, { after: window.startsAt })
  const moves = await Promise.all(open.map((attempt) => write((tx) => restoreAttemptInTx(tx, attempt, window, now))))
  return { withdrawn: { moved: moves.filter(Boolean).length } }
}

function writeDown(
  tx: Transaction,
  administrator: Authority,
  { startsAt, endsAt }: MaintenanceWindow,
  state: 'ahead' | 'under-way',
  now: Date,
): Promise<void> {
  const before = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }
  const line = { subjectKind: 'maintenance', subjectId: before.startsAt, before }
  return auditInTx(
    tx,
    auditIdOf(administrator),
    state === 'ahead'
      ? { ...line, verb: 'attempts.withdraw-maintenance' }
      : { ...line, verb: 'attempts.end-maintenance', after: { ...before, endsAt: now.toISOString() } },
  )
}
