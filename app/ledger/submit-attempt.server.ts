import { v7 as uuid } from 'uuid'
import { pinnedAttempt } from '#app/attempts/pinned.server.ts'
import { write } from '#app/db/db.server.ts'
import { submitAttemptInTx } from '#app/ledger/apply-attempt.server.ts'
import type { Actor } from '#app/people/person.ts'

/** Hands in an attempt; however often, it is closed and marked once. Null: there is none, or it is not the asker's. */
export async function submitAttempt(
  person: Actor,
  attemptId: string,
  now = new Date(),
): Promise<{ outcome: 'received' | 'late' } | null> {
  return write(async (tx) => {
    const pinned = await pinnedAttempt(tx, attemptId)
    if (pinned?.personId !== person.id) return null
    const event = {
      id: uuid(),
      at: now.toISOString(),
      edition: pinned.editionId,
      kind: 'attempt.submitted',
      attempt: attemptId,
    } as const
    const receiving = {
      personId: person.id,
      receivedAt: now,
      enrolled: new Set<string>(),
      deadlines: new Map<string, Date>(),
    }
    const outcome = await submitAttemptInTx(tx, receiving, event)
    return outcome === 'received' || outcome === 'late' ? { outcome } : null
  })
}
