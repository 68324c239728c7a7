import { v7 as uuid } from 'uuid'
import type { MaintenanceWindow } from '#app/attempts/deadline.ts'
import { type Move, moveDeadlineInTx, restoreDeadlineInTx } from '#app/attempts/move-deadline-in-tx.server.ts'
import type { TimedAttempt } from '#app/attempts/open-attempts.server.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { saveEvent } from '#app/ledger/save-event.server.ts'

/** Inner step: moves the deadline of one attempt if there is more time for it, and writes that down. */
export async function moveAttemptInTx(
  tx: Transaction,
  attempt: TimedAttempt,
  reason: string,
  now: Date,
): Promise<boolean> {
  return writeDown(tx, attempt, await moveDeadlineInTx(tx, attempt), reason, now)
}

/** Inner step: moves the deadline of one attempt back to where a withdrawn window found it, and writes that down. */
export async function restoreAttemptInTx(
  tx: Transaction,
  attempt: TimedAttempt,
  withdrawn: MaintenanceWindow,
  now: Date,
): Promise<boolean> {
  return writeDown(tx, attempt, await restoreDeadlineInTx(tx, attempt, withdrawn), 'maintenance withdrawn', now)
}

async function writeDown(tx: Transaction, attempt: TimedAttempt, move: Move | null, reason: string, now: Date) {
  if (!move) return false
  const event = {
    id: uuid(),
    at: now.toISOString(),
    edition: attempt.editionId,
    kind: 'deadline.moved',
    attempt: attempt.id,
    from: move.from.toISOString(),
    deadline: move.to.toISOString(),
    reason,
  } as const
  return saveEvent(tx, attempt.personId, event, now)
}
