import type { Transaction } from '#app/db/db.server.ts'
import { answerAttemptInTx, submitAttemptInTx } from '#app/ledger/apply-attempt.server.ts'
import { practiseEventInTx, studyEventInTx } from '#app/ledger/apply-lesson.server.ts'
import type { SentEvent } from '#app/ledger/event.ts'

/** Why an event will never be kept: a key of `attempts.refused` in the interface's words. */
export type Refused = 'unreadable' | 'notFound' | 'notOnPaper' | 'badAnswer' | 'noAnswer'

export type Receiving = {
  personId: string
  receivedAt: Date
  /** Editions this write found or made the person enrolled in. */
  enrolled: Set<string>
  /** By the event's id: when the attempt that it answers in closes. */
  deadlines: Map<string, Date>
}

/** Inner step: writes one event down and brings the projections up to it. Doing it twice is doing it once. */
export async function applyInTx(
  tx: Transaction,
  receiving: Receiving,
  event: SentEvent,
): Promise<'received' | 'late' | Refused> {
  switch (event.kind) {
    case 'attempt.answered':
      return answerAttemptInTx(tx, receiving, event)
    case 'attempt.submitted':
      return submitAttemptInTx(tx, receiving, event)
    case 'practice.answered':
      return practiseEventInTx(tx, receiving, event)
    default:
      return studyEventInTx(tx, receiving, event)
  }
}
