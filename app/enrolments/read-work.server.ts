import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'
import type { LessonWork } from '#app/enrolments/completion.ts'
import { lessonProgress, practiceAnswers } from '#app/enrolments/schema.ts'

type Reads = Pick<Transaction, 'select'>

/** Everything a person did in the lessons of an edition, by lesson. Two queries. */
export async function readWork(reads: Reads, personId: string, editionId: string): Promise<Map<string, LessonWork>> {
  const rows = await readLessons(reads, { personId, editionId })
  const answers = await readAnswered(reads, { personId, editionId })
  const answered = new Map<string, Set<string>>()
  for (const { lesson, question } of answers) answered.set(lesson, (answered.get(lesson) ?? new Set()).add(question))
  const work = new Map<string, LessonWork>()
  for (const lesson of answered.keys())
    work.set(lesson, { openedAt: null, readAt: null, seconds: 0, answered: answered.get(lesson) ?? new Set() })
  for (const { lesson, openedAt, readAt, seconds } of rows)
    work.set(lesson, { openedAt, readAt, seconds, answered: answered.get(lesson) ?? new Set() })
  return work
}

const readLessons = statement((reads: Reads) =>
  reads
    .select({
      lesson: lessonProgress.lesson,
      openedAt: lessonProgress.openedAt,
      readAt: lessonProgress.readAt,
      seconds: lessonProgress.seconds,
    })
    .from(lessonProgress)
    .where(
      and(
        eq(lessonProgress.personId, sql.placeholder('personId')),
        eq(lessonProgress.editionId, sql.placeholder('editionId')),
      ),
    ),
)

const readAnswered = statement((reads: Reads) =>
  reads
    .select({ lesson: practiceAnswers.lesson, question: practiceAnswers.question })
    .from(practiceAnswers)
    .where(
      and(
        eq(practiceAnswers.personId, sql.placeholder('personId')),
        eq(practiceAnswers.editionId, sql.placeholder('editionId')),
      ),
    ),
)
