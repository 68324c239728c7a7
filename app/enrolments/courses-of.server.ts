import { desc, sql } from 'drizzle-orm'
import type { CourseSheet } from '#app/courses/course-sheet.ts'
import { db, type Transaction } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'
import { type LessonWork, type Progress, progressIn } from '#app/enrolments/completion.ts'
import { editionFacts } from '#app/enrolments/edition-facts.server.ts'
import { enrolments, lessonProgress, practiceAnswers } from '#app/enrolments/schema.ts'
import { isOfPerson } from '#app/people/folded.server.ts'
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
 * Every course a person began, unfinished first, then the newest; and what was completed in an account that was folded
 * into theirs, each course once. Three queries, however many courses, and two more for each edition that this process has
 * not met yet: parsing a sheet costs more than finding it.
 */
export async function coursesOf(person: Actor, now = new Date()): Promise<CourseOf[]> {
  const begun = onceEach(person, await readEnrolments(db, { personId: person.id }))
  const work = await workByEdition(person.id)
  const all: CourseOf[] = []
  for (const { personId, editionId, startedAt, completedAt } of begun) {
    const facts = await editionFacts(db, editionId) // remembered by the process
    if (!facts) throw new Error(`edition ${editionId} is gone`)
    const { slug, sheet } = facts
    const progress = progressIn(sheet, work.get(keyOf(personId, editionId)) ?? new Map(), completedAt !== null, now)
    all.push({ slug, editionId, sheet, startedAt, completedAt, progress })
  }
  return all.sort((a, b) => Number(a.completedAt !== null) - Number(b.completedAt !== null))
}

type Begun = { personId: string; courseId: string; completedAt: Date | null }

/** What is half done in a folded account cannot be gone on with; what is completed there is completed. */
function onceEach<Row extends Begun>(person: Actor, rows: Row[]): Row[] {
  const own = rows.filter(({ personId }) => personId === person.id)
  const done = new Set(own.flatMap(({ courseId, completedAt }) => (completedAt ? [courseId] : [])))
  const completed: Row[] = []
  for (const row of rows) {
    if (row.personId === person.id || !row.completedAt || done.has(row.courseId)) continue
    done.add(row.courseId)
    completed.push(row)
  }
  const elsewhere = new Set(completed.map(({ courseId }) => courseId))
  return [...own.filter(({ courseId }) => !elsewhere.has(courseId)), ...completed]
}

const readEnrolments = statement((reads: Reads) =>
  reads
    .select({
      personId: enrolments.personId,
      courseId: enrolments.courseId,
      editionId: enrolments.editionId,
      startedAt: enrolments.startedAt,
      completedAt: enrolments.completedAt,
    })
    .from(enrolments)
    .where(isOfPerson(enrolments.personId, sql.placeholder('personId'), reads))
    .orderBy(desc(enrolments.startedAt)),
)

async function workByEdition(personId: string): Promise<Map<string, Map<string, LessonWork>>> {
  const rows = await readLessons(db, { personId })
  const answers = await readAnswered(db, { personId })
  const all = new Map<string, Map<string, LessonWork & { answered: Set<string> }>>()
  const lessonIn = (owner: string, editionId: string, lesson: string) => {
    const key = keyOf(owner, editionId)
    const edition = all.get(key) ?? new Map<string, LessonWork & { answered: Set<string> }>()
    all.set(key, edition)
    const work = edition.get(lesson) ?? { openedAt: null, readAt: null, seconds: 0, answered: new Set<string>() }
    edition.set(lesson, work)
    return work
  }
  for (const { personId: owner, editionId, lesson, openedAt, readAt, seconds } of rows)
    Object.assign(lessonIn(owner, editionId, lesson), { openedAt, readAt, seconds })
  for (const { personId: owner, editionId, lesson, question } of answers)
    lessonIn(owner, editionId, lesson).answered.add(question)
  return all
}

function keyOf(personId: string, editionId: string) {
  return `${personId} ${editionId}`
}

const readLessons = statement((reads: Reads) =>
  reads
    .select()
    .from(lessonProgress)
    .where(isOfPerson(lessonProgress.personId, sql.placeholder('personId'), reads)),
)

const readAnswered = statement((reads: Reads) =>
  reads
    .select({
      personId: practiceAnswers.personId,
      editionId: practiceAnswers.editionId,
      lesson: practiceAnswers.lesson,
      question: practiceAnswers.question,
    })
    .from(practiceAnswers)
    .where(isOfPerson(practiceAnswers.personId, sql.placeholder('personId'), reads)),
)
