import { sql } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'
import { practiceAnswers } from '#app/enrolments/schema.ts'

export type PracticeAnswer = {
  personId: string
  editionId: string
  lesson: string
  question: string
  answer: unknown
  credit: number
  at: Date
  eventId: string
}

/** Keeps an answer to a practice question: the latest stands, the best credit is remembered, whatever order they came in. */
export async function practiseInTx(tx: Transaction, { at, ...answer }: PracticeAnswer): Promise<void> {
  await keepAnswer(tx, { ...answer, answeredAt: at })
}

const kept = practiceAnswers
const isNewer = sql`(excluded.answered_at > ${kept.answeredAt} or (excluded.answered_at = ${kept.answeredAt} and excluded.event_id > ${kept.eventId}))`

const keepAnswer = statement((tx) =>
  tx
    .insert(practiceAnswers)
    .values({
      personId: sql.placeholder('personId'),
      editionId: sql.placeholder('editionId'),
      lesson: sql.placeholder('lesson'),
      question: sql.placeholder('question'),
      answer: sql.placeholder('answer'),
      credit: sql.placeholder('credit'),
      bestCredit: sql.placeholder('credit'),
      answeredAt: sql.placeholder('answeredAt'),
      eventId: sql.placeholder('eventId'),
    })
    .onConflictDoUpdate({
      target: [practiceAnswers.personId, practiceAnswers.editionId, practiceAnswers.question],
      set: {
        answer: sql`case when ${isNewer} then excluded.answer else ${kept.answer} end`,
        credit: sql`case when ${isNewer} then excluded.credit else ${kept.credit} end`,
        answeredAt: sql`case when ${isNewer} then excluded.answered_at else ${kept.answeredAt} end`,
        eventId: sql`case when ${isNewer} then excluded.event_id else ${kept.eventId} end`,
        bestCredit: sql`case when excluded.best_credit > ${kept.bestCredit} then excluded.best_credit else ${kept.bestCredit} end`,
      },
    }),
)
