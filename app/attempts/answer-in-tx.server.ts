import { sql } from 'drizzle-orm'
import { attemptAnswers } from '#app/attempts/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'

export type GivenAnswer = {
  attemptId: string
  question: string
  isLate: boolean
  /** Null: taken back. */
  answer: unknown
  sequence: number
  eventId: string
  receivedAt: Date
}

/** Keeps an answer: of several to one question the highest sequence number stands, whatever order they came in. */
export async function answerInTx(tx: Transaction, given: GivenAnswer): Promise<void> {
  await keepAnswer(tx, given)
}

const kept = attemptAnswers
/** Two devices may count alike: then the greater id stands, so that every order ends the same. */
const isHigher = sql`(excluded.sequence > ${kept.sequence} or (excluded.sequence = ${kept.sequence} and excluded.event_id > ${kept.eventId}))`

const keepAnswer = statement((tx) =>
  tx
    .insert(attemptAnswers)
    .values({
      attemptId: sql.placeholder('attemptId'),
      question: sql.placeholder('question'),
      isLate: sql.placeholder('isLate'),
      answer: sql.placeholder('answer'),
      sequence: sql.placeholder('sequence'),
      eventId: sql.placeholder('eventId'),
      receivedAt: sql.placeholder('receivedAt'),
    })
    .onConflictDoUpdate({
      target: [attemptAnswers.attemptId, attemptAnswers.question, attemptAnswers.isLate],
      set: {
        answer: sql`excluded.answer`,
        sequence: sql`excluded.sequence`,
        eventId: sql`excluded.event_id`,
        receivedAt: sql`excluded.received_at`,
      },
      setWhere: isHigher,
    }),
)
