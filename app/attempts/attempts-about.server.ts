import { and, desc, eq, gte, inArray } from 'drizzle-orm'
import { attemptAnswers, attempts } from '#app/attempts/schema.ts'
import { courses, editions } from '#app/courses/schema.ts'
import { db } from '#app/db/db.server.ts'
import { type Day, startOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { recordSeen } from '#app/units/sight/looks-after.server.ts'

const mostShown = 50

export type LateAnswer = {
  question: string
  /** From 1: its place in this attempt's paper. */
  place: number
  receivedAt: Date
  /** It counts already. */
  isAccepted: boolean
}

export type AttemptAbout = {
  id: string
  course: { slug: string; title: string }
  exam: string
  number: number
  openedAt: Date
  closedAt: Date | null
  /** Thousandths; null while open. */
  credit: number | null
  isPassed: boolean | null
  late: LateAnswer[]
}

/** `from`: what was opened before this day is not this manager's to see; null: everything is. */
export type AttemptsSeen = { from: Day | null; attempts: AttemptAbout[] }

/**
 * A person's attempts at exams, newest first, at most 50, with what came after closing and is not taken back. What was
 * asked and answered is not told, nor what was before the manager's time and the current year (domain.md 2.5, rule 10).
 * Four queries. Null: not this actor's to see.
 */
export async function attemptsAbout(
  manager: Authority,
  personId: string,
  now = new Date(),
): Promise<AttemptsSeen | null> {
  const seen = await recordSeen(manager, personId, now)
  if (!seen) return null
  const rows = await db
    .select({ attempt: attemptColumns, slug: courses.slug, sheet: editions.sheet })
    .from(attempts)
    .innerJoin(editions, eq(editions.id, attempts.editionId))
    .innerJoin(courses, eq(courses.id, editions.courseId))
    .where(and(eq(attempts.personId, personId), seen.from ? gte(attempts.openedAt, startOf(seen.from)) : undefined))
    .orderBy(desc(attempts.openedAt), desc(attempts.id))
    .limit(mostShown)
  const late = await lateAnswers(personId)
  const told = rows.map(({ attempt, slug, sheet }) => ({
    ...attempt,
    course: { slug, title: sheet.title },
    exam: sheet.exam.title,
    late: late.get(attempt.id) ?? [],
  }))
  return { from: seen.from, attempts: told }
}

const attemptColumns = {
  id: attempts.id,
  number: attempts.number,
  openedAt: attempts.openedAt,
  closedAt: attempts.closedAt,
  credit: attempts.credit,
  isPassed: attempts.isPassed,
}

/** An accepted answer stands twice under one event: as the late one, and as the one that counts. */
async function lateAnswers(personId: string): Promise<Map<string, LateAnswer[]>> {
  const lateEvents = db
    .select({ eventId: attemptAnswers.eventId })
    .from(attemptAnswers)
    .innerJoin(attempts, eq(attempts.id, attemptAnswers.attemptId))
    .where(and(eq(attempts.personId, personId), eq(attemptAnswers.isLate, true)))
  const rows = await db
    .select({ answer: attemptAnswers, paper: attempts.paper })
    .from(attemptAnswers)
    .innerJoin(attempts, eq(attempts.id, attemptAnswers.attemptId))
    .where(and(eq(attempts.personId, personId), inArray(attemptAnswers.eventId, lateEvents)))
  const counting = new Set(rows.flatMap(({ answer }) => (answer.isLate ? [] : [answer.eventId])))
  const byAttempt = new Map<string, LateAnswer[]>()
  for (const { answer, paper } of rows) {
    if (!answer.isLate || answer.answer === null) continue
    const { question, receivedAt, attemptId } = answer
    const place = paper.questions.findIndex((asked) => asked.question.id === question) + 1
    const line = { question, place, receivedAt, isAccepted: counting.has(answer.eventId) }
    byAttempt.set(
      attemptId,
      [...(byAttempt.get(attemptId) ?? []), line].sort((a, b) => a.place - b.place),
    )
  }
  return byAttempt
}
