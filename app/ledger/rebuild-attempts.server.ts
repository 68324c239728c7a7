import { acceptInTx, answersInTx } from '#app/attempts/accept-in-tx.server.ts'
import { answerInTx } from '#app/attempts/answer-in-tx.server.ts'
import { closeInTx } from '#app/attempts/close-in-tx.server.ts'
import { openInTx } from '#app/attempts/open-in-tx.server.ts'
import type { Paper } from '#app/attempts/paper.ts'
import { type Pinned, pin } from '#app/attempts/pinned.server.ts'
import { poolIn } from '#app/attempts/pool.server.ts'
import type { Transaction } from '#app/db/db.server.ts'
import type { DrawnPaper, LearningEvent } from '#app/ledger/event.ts'
import { readAnswer } from '#app/ledger/read-answer.ts'

export type KeptEvent = { content: LearningEvent; receivedAt: Date }
type OfKind<Kind extends LearningEvent['kind']> = Extract<LearningEvent, { kind: Kind }>
type Learner = { personId: string; editionId: string }

/** Inner step: the attempts of one learner, their answers and marks, from the events alone. */
export async function rebuildAttempts(tx: Transaction, learner: Learner, kept: KeptEvent[]): Promise<void> {
  for (const { content } of kept) {
    if (content.kind !== 'attempt.opened') continue
    const about = kept.filter((event) => 'attempt' in event.content && event.content.attempt === content.attempt)
    await rebuildAttempt(tx, learner, content, about)
  }
}

async function rebuildAttempt(tx: Transaction, learner: Learner, opened: OfKind<'attempt.opened'>, about: KeptEvent[]) {
  const attempt = {
    ...learner,
    id: opened.attempt,
    exam: opened.exam,
    number: opened.number,
    paper: await paperOf(tx, learner.editionId, opened.paper),
    openedAt: new Date(opened.at),
  }
  await openInTx(tx, { ...attempt, deadlineAt: lastDeadline(opened, about) })
  const closed = contents(about, 'attempt.closed')[0]
  const closedAt = closed ? new Date(closed.at) : null
  for (const event of about) await answerAgain(tx, pin(attempt), closedAt, event)
  if (closed && closedAt) await closeInTx(tx, attempt.id, { by: closed.by, at: closedAt })
  for (const accepted of contents(about, 'late.accepted')) await acceptAgain(tx, pin(attempt), accepted, about)
}

async function answerAgain(tx: Transaction, pinned: Pinned, closedAt: Date | null, { content, receivedAt }: KeptEvent) {
  if (content.kind !== 'attempt.answered') return
  const answer = answerOf(pinned, content)
  const isLate = closedAt !== null && receivedAt > closedAt
  const { attempt: attemptId, question, sequence, id: eventId } = content
  await answerInTx(tx, { attemptId, question, sequence, eventId, answer, isLate, receivedAt })
}

/** The late answer that was accepted then, even if a later one followed it. */
async function acceptAgain(tx: Transaction, pinned: Pinned, accepted: OfKind<'late.accepted'>, about: KeptEvent[]) {
  const event = about.find(({ content }) => content.id === accepted.answer)
  const { late } = await answersInTx(tx, pinned.id, accepted.question)
  if (!late || event?.content.kind !== 'attempt.answered') return
  const { id: eventId, sequence } = event.content
  await acceptInTx(tx, {
    ...late,
    answer: answerOf(pinned, event.content),
    eventId,
    sequence,
    receivedAt: event.receivedAt,
  })
}

function answerOf(pinned: Pinned, { question, fields }: OfKind<'attempt.answered'>): unknown {
  const asked = pinned.questions.get(question)
  const read = asked ? readAnswer(asked, fields) : null
  return read && 'answer' in read ? read.answer : null
}

async function paperOf(tx: Transaction, editionId: string, drawn: DrawnPaper): Promise<Paper> {
  const pool = new Map((await poolIn(tx, editionId, drawn.language)).map((entry) => [entry.question.id, entry]))
  return { ...drawn, questions: drawn.questions.flatMap((question) => pool.get(question) ?? []) }
}

/**
 * Each move tells how far it went, on or back, so that their sum is the same in whatever order they are read. Moves of the
 * time when deadlines only moved on do not tell; the latest of them stands, and came before all others.
 */
function lastDeadline(opened: OfKind<'attempt.opened'>, about: KeptEvent[]): Date | null {
  if (opened.deadline === null) return null
  let deadline = Date.parse(opened.deadline)
  let movedMs = 0
  for (const move of contents(about, 'deadline.moved')) {
    const to = Date.parse(move.deadline)
    if (move.from) movedMs += to - Date.parse(move.from)
    else deadline = Math.max(deadline, to)
  }
  return new Date(deadline + movedMs)
}

function contents<Kind extends LearningEvent['kind']>(about: KeptEvent[], kind: Kind): Array<OfKind<Kind>> {
  return about.flatMap(({ content }) => (isOf(content, kind) ? [content] : []))
}

function isOf<Kind extends LearningEvent['kind']>(event: LearningEvent, kind: Kind): event is OfKind<Kind> {
  return event.kind === kind
}
