import { desc, eq, sql } from 'drizzle-orm'
import type { CourseSheet } from '#app/courses/course-sheet.ts'
import { db, type Transaction } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'
import { type LessonWork, type Progress, progressIn } from '#app/enrolments/completion.ts'
import { editionFacts } from '#app/enrolments/edition-facts.server.ts'
import { enrolments, lessonProgress, practiceAnswers } from '#app/enrolments/schema.ts'
import type { Actor } from '#app/people/person.ts'

type Reads = Pick<Transaction, 'select'>

export type CourseOf = {
  slug: string
  editionId: string
  sheet: CourseSheet
  startedAt: Date
  completedAt: Date | null
  progress: Progress
}

/**
 * Every course a person began, unfinished first, then the newest. Three queries, however many courses, and two more for
 * each edition that this process has not met yet: parsing a sheet costs more than finding it.
 */
export async function coursesOf(person: Actor, now = new Date()): Promise<CourseOf[]> {
  const begun = await readEnrolments(db, { personId: person.id })
  const work = await workByEdition(person.id)
  const all: CourseOf[] = []
  for (const { editionId, startedAt, completedAt } of begun) {
    const facts = await editionFacts(db, editionId)
    if (!facts) throw new Error(`edition ${editionId} is gone`)
    const { slug, sheet } = facts
    const progress = progressIn(sheet, work.get(editionId) ?? new Map(), completedAt !== null, now)
    all.push({ slug, editionId, sheet, startedAt, completedAt, progress })
  }
  return all.sort((a, b) => Number(a.completedAt !== null) - Number(b.completedAt !== null))
}

const readEnrolments = statement((reads: Reads) =>
  reads
    .select({
      editionId: enrolments.editionId,
      startedAt: enrolments.startedAt,
      completedAt: enrolments.completedAt,
    })
    .from(enrolments)
    .where(eq(enrolments.personId, sql.placeholder('personId')))
    .orderBy(desc(enrolments.startedAt)),
)

async function workByEdition(personId: string): Promise<Map<string, Map<string, LessonWork>>> {
  const rows = await readLessons(db, { personId })
  const answers = await readAnswered(db, { personId })
  const all = new Map<string, Map<string, LessonWork & { answered: Set<string> }>>()
  const lessonIn = (editionId: string, lesson: string) => {
    const edition = all.get(editionId) ?? new Map<string, LessonWork & { answered: Set<string> }>()
    all.set(editionId, edition)
    const work = edition.get(lesson) ?? { openedAt: null, readAt: null, seconds: 0, answered: new Set<string>() }
    edition.set(lesson, work)
    return work
  }
  for (const { editionId, lesson, openedAt, readAt, seconds } of rows)
    Object.assign(lessonIn(editionId, lesson), { openedAt, readAt, seconds })
  for (const { editionId, lesson, question } of answers) lessonIn(editionId, lesson).answered.add(question)
  return all
}

const readLessons = statement((reads: Reads) =>
  reads
    .select()
    .from(lessonProgress)
    .where(eq(lessonProgress.personId, sql.placeholder('personId'))),
)

const readAnswered = statement((reads: Reads) =>
  reads
    .select({
      editionId: practiceAnswers.editionId,
      lesson: practiceAnswers.lesson,
      question: practiceAnswers.question,
    })
    .from(practiceAnswers)
    .where(eq(practiceAnswers.personId, sql.placeholder('personId'))),
)
