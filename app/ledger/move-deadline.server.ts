import { v7 as uuid } from 'uuid'
import { moveDeadlineInTx } from '#app/attempts/move-deadline-in-tx.server.ts'
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
  const deadline = await moveDeadlineInTx(tx, attempt)
  if (!deadline) return false
  const event = {
    id: uuid(),
    at: now.toISOString(),
    edition: attempt.editionId,
    kind: 'deadline.moved',
    attempt: attempt.id,
    deadline: deadline.toISOString(),
    reason,
  } as const
  return saveEvent(tx, attempt.personId, event, now)
}
