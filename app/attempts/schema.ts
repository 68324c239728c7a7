import type { Paper } from '#app/attempts/paper.ts'
import { editions } from '#app/courses/schema.ts'
import { flag, id, index, instant, int, json, primaryKey, table, text, uniqueIndex } from '#app/db/columns.ts'
import { people } from '#app/people/schema.ts'

export const attempts = table(
  'attempts',
  {
    id: id(),
    personId: text()
      .notNull()
      .references(() => people.id),
    editionId: text()
      .notNull()
      .references(() => editions.id),
    exam: text().notNull(),
    /** 1, 2, 3 … for this person and exam. */
    number: int().notNull(),
    /** Exactly what is asked, in this order: drawn by a seed from the pinned edition. */
    paper: json<Paper>().notNull(),
    openedAt: instant().notNull(),
    /** Null: no time limit. */
    deadlineAt: instant(),
    submittedAt: instant(),
    closedAt: instant(),
    /** 0–1000 thousandths; null while open. */
    credit: int(),
    isPassed: flag(),
  },
  (attempt) => [
    uniqueIndex('attempts_by_number').on(attempt.personId, attempt.editionId, attempt.exam, attempt.number),
    index('attempts_by_deadline').on(attempt.closedAt, attempt.deadlineAt),
  ],
)

/** A projection of the ledger: of several answers to one question the highest sequence number stands. */
export const attemptAnswers = table(
  'attempt_answers',
  {
    attemptId: text()
      .notNull()
      .references(() => attempts.id),
    question: text().notNull(),
    /** Received after the attempt closed: kept and shown as late, not marked unless a manager accepts it. */
    isLate: flag().notNull(),
    answer: json<unknown>().notNull(),
    sequence: int().notNull(),
    eventId: text().notNull(),
    receivedAt: instant().notNull(),
  },
  (row) => [primaryKey({ columns: [row.attemptId, row.question, row.isLate] })],
)

/** More time for one person in every timed exam, as a share of the limit. */
export const timeAllowances = table('time_allowances', {
  personId: text()
    .primaryKey()
    .references(() => people.id),
  /** 50 = half as long again. */
  extraPercent: int().notNull(),
  reason: text().notNull(),
  grantedBy: text().notNull(),
  at: instant().notNull(),
})

/** A time when the service is away: deadlines of attempts open in it move on by its length. Withdrawn before it begins it is gone. */
export const maintenanceWindows = table('maintenance_windows', {
  id: id(),
  startsAt: instant().notNull(),
  endsAt: instant().notNull(),
  announcedBy: text(),
  at: instant().notNull(),
})
