import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import type { LessonWork } from '#app/enrolments/completion.ts'
import { lessonProgress, practiceAnswers } from '#app/enrolments/schema.ts'

/** Everything a person did in the lessons of an edition, by lesson. Two queries. */
export async function readWork(
  reads: Pick<Transaction, 'select'>,
  personId: string,
  editionId: string,
): Promise<Map<string, LessonWork>> {
  const rows = await reads
    .select()
    .from(lessonProgress)
    .where(and(eq(lessonProgress.personId, personId), eq(lessonProgress.editionId, editionId)))
  const answers = await reads
    .select({ lesson: practiceAnswers.lesson, question: practiceAnswers.question })
    .from(practiceAnswers)
    .where(and(eq(practiceAnswers.personId, personId), eq(practiceAnswers.editionId, editionId)))
  const answered = new Map<string, Set<string>>()
  for (const { lesson, question } of answers) answered.set(lesson, (answered.get(lesson) ?? new Set()).add(question))
  const work = new Map<string, LessonWork>()
  for (const lesson of answered.keys())
    work.set(lesson, { openedAt: null, readAt: null, seconds: 0, answered: answered.get(lesson) ?? new Set() })
  for (const { lesson, openedAt, readAt, seconds } of rows)
    work.set(lesson, { openedAt, readAt, seconds, answered: answered.get(lesson) ?? new Set() })
  return work
}
