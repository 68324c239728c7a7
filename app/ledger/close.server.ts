import { v7 as uuid } from 'uuid'
import { type Closed, type Closing, closeInTx } from '#app/attempts/close-in-tx.server.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { completeInTx } from '#app/ledger/complete-in-tx.server.ts'
import { saveEvent } from '#app/ledger/save-event.server.ts'

/**
 * Inner step: closes an attempt, marks it, writes the closing down and, when it is passed, completes the course and
 * awards the certificate: all in one write. Null: it was closed before, and nothing happens.
 */
export async function closeAttemptInTx(tx: Transaction, attemptId: string, closing: Closing): Promise<Closed | null> {
  const closed = await closeInTx(tx, attemptId, closing)
  if (!closed) return null
  const { personId, editionId, closedAt } = closed
  const event = {
    id: uuid(),
    at: closedAt.toISOString(),
    edition: editionId,
    kind: 'attempt.closed',
    attempt: attemptId,
    by: closing.by,
  } as const
  await saveEvent(tx, personId, event, closedAt)
  if (closed.isPassed) await completeInTx(tx, { personId, editionId, at: closedAt })
  return closed
}
