import { courses, editions } from '#app/courses/schema.ts'
import { id, index, instant, int, json, primaryKey, table, text, uniqueIndex } from '#app/db/columns.ts'
import { people } from '#app/people/schema.ts'

/** A person on an edition of a course: they stay on it until they finish. */
export const enrolments = table(
  'enrolments',
  {
    id: id(),
    personId: text()
      .notNull()
      .references(() => people.id),
    courseId: text()
      .notNull()
      .references(() => courses.id),
    editionId: text()
      .notNull()
      .references(() => editions.id),
    startedAt: instant().notNull(),
    /** When the last rule of completion was met; never taken back by learning. */
    completedAt: instant(),
  },
  (enrolment) => [
    uniqueIndex('enrolments_by_person').on(enrolment.personId, enrolment.editionId),
    index('enrolments_by_course').on(enrolment.courseId, enrolment.personId),
  ],
)

/**
 * A course that is to be passed again by whoever completed it: the exam opens anew, and a pass from that moment on is the
 * next completion, with a paper of its own.
 */
export const renewals = table(
  'renewals',
  {
    personId: text()
      .notNull()
      .references(() => people.id),
    courseId: text()
      .notNull()
      .references(() => courses.id),
    openedAt: instant().notNull(),
    completedAt: instant(),
  },
  (renewal) => [primaryKey({ columns: [renewal.personId, renewal.courseId, renewal.openedAt] })],
)

/** A projection of the ledger: progress only grows. */
export const lessonProgress = table(
  'lesson_progress',
  {
    personId: text().notNull(),
    editionId: text().notNull(),
    lesson: text().notNull(),
    openedAt: instant(),
    /** When the last card was reached. */
    readAt: instant(),
    seconds: int().notNull(),
  },
  (row) => [primaryKey({ columns: [row.personId, row.editionId, row.lesson] })],
)

/** A projection of the ledger: the latest answer to a practice question, by the time it was given. */
export const practiceAnswers = table(
  'practice_answers',
  {
    personId: text().notNull(),
    editionId: text().notNull(),
    lesson: text().notNull(),
    question: text().notNull(),
    answer: json<unknown>().notNull(),
    /** 0–1000 thousandths of full credit. */
    credit: int().notNull(),
    /** The best credit so far. */
    bestCredit: int().notNull(),
    answeredAt: instant().notNull(),
    /** The event it came from: of two given at the same instant the greater id stands. */
    eventId: text().notNull(),
  },
  (row) => [primaryKey({ columns: [row.personId, row.editionId, row.question] })],
)
