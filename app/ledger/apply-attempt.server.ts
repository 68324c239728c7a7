import { and, eq } from 'drizzle-orm'
import { answerInTx } from '#app/attempts/answer-in-tx.server.ts'
import { isOverdue } from '#app/attempts/deadline.ts'
import { type Pinned, pinnedAttempt } from '#app/attempts/pinned.server.ts'
import { type AttemptState, stateInTx } from '#app/attempts/state-in-tx.server.ts'
import type { Transaction } from '#app/db/db.server.ts'
import type { Receiving, Refused } from '#app/ledger/apply-in-tx.server.ts'
import { closeAttemptInTx } from '#app/ledger/close.server.ts'
import type { SentEvent } from '#app/ledger/event.ts'
import { readAnswer } from '#app/ledger/read-answer.ts'
import { saveEvent } from '#app/ledger/save-event.server.ts'
import { events } from '#app/ledger/schema.ts'

type Answered = Extract<SentEvent, { kind: 'attempt.answered' }>
type Submitted = Extract<SentEvent, { kind: 'attempt.submitted' }>

/** Inner step: an answer in an attempt. In time it counts; after closing it is kept as late. */
export async function answerAttemptInTx(
  tx: Transaction,
  { personId, receivedAt, deadlines }: Receiving,
  event: Answered,
): Promise<'received' | 'late' | Refused> {
  const pinned = await ownAttempt(tx, personId, event)
  if (!pinned) return 'notFound'
  const question = pinned.questions.get(event.question)
  if (!question) return 'notOnPaper'
  const read = readAnswer(question, event.fields)
  if ('isBad' in read) return 'badAnswer'
  const state = await currentState(tx, event.attempt, receivedAt)
  if (!state) return 'notFound'
  if (state.deadlineAt) deadlines.set(event.id, state.deadlineAt)
  const isLate = state.closedAt !== null
  const moment = momentAfter(state.closedAt, receivedAt)
  if (!(await saveEvent(tx, personId, event, moment))) return outcomeOf(tx, personId, event.id, state)
  await answerInTx(tx, {
    attemptId: event.attempt,
    question: event.question,
    isLate,
    answer: read.answer,
    sequence: event.sequence,
    eventId: event.id,
    receivedAt: moment,
  })
  return isLate ? 'late' : 'received'
}

/** Inner step: the learner hands in. The first time closes; every other is as good as the first. */
export async function submitAttemptInTx(
  tx: Transaction,
  { personId, receivedAt }: Receiving,
  event: Submitted,
): Promise<'received' | 'late' | Refused> {
  const pinned = await ownAttempt(tx, personId, event)
  const state = pinned ? await currentState(tx, event.attempt, receivedAt) : null
  if (!pinned || !state) return 'notFound'
  await saveEvent(tx, personId, event, receivedAt)
  if (!state.closedAt) await closeAttemptInTx(tx, event.attempt, { by: 'learner', at: receivedAt })
  return state.deadlineAt && receivedAt > state.deadlineAt ? 'late' : 'received'
}

async function ownAttempt(tx: Transaction, personId: string, event: Answered | Submitted): Promise<Pinned | null> {
  const pinned = await pinnedAttempt(tx, event.attempt)
  return pinned?.personId === personId && pinned.editionId === event.edition ? pinned : null
}

/** The state of the attempt at this moment; one whose time is over is closed at its deadline first. */
async function currentState(tx: Transaction, attemptId: string, now: Date): Promise<AttemptState | null> {
  const state = await stateInTx(tx, attemptId)
  if (!state?.deadlineAt || !isOverdue(state, now)) return state
  const closed = await closeAttemptInTx(tx, attemptId, { by: 'deadline', at: state.deadlineAt })
  return { ...state, closedAt: closed?.closedAt ?? state.deadlineAt }
}

/** An answer that finds its attempt closed was received after the closing, however close the clocks: so rebuilding tells the same. */
function momentAfter(closedAt: Date | null, receivedAt: Date): Date {
  return closedAt && receivedAt <= closedAt ? new Date(closedAt.getTime() + 1) : receivedAt
}

/** What was said when this event came first. */
async function outcomeOf(tx: Transaction, personId: string, id: string, { closedAt }: AttemptState) {
  const [first] = await tx
    .select({ receivedAt: events.receivedAt })
    .from(events)
    .where(and(eq(events.personId, personId), eq(events.id, id)))
  return first && closedAt && first.receivedAt > closedAt ? 'late' : 'received'
}
