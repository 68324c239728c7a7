import { and, asc, eq, sql } from 'drizzle-orm'
import type { CourseSheet } from '#app/courses/course-sheet.ts'
import { courses, editionLessons, editions } from '#app/courses/schema.ts'
import { isTranslated } from '#app/courses/sheet-in.ts'
import { textsOf } from '#app/courses/text-of.server.ts'
import { db, type Transaction } from '#app/db/db.server.ts'
import { Recent } from '#app/db/recent.ts'
import { statement } from '#app/db/statement.server.ts'
import type { Locale } from '#app/i18n/messages.ts'
import type { LessonDocument } from '#app/lessons/lesson-document.ts'
import { lessonDocuments } from '#app/lessons/schema.ts'
import type { Question } from '#app/questions/question.ts'

/** An edition as the rules and the pages need it. Immutable: it may be kept in memory for ever. */
export type Edition = {
  id: string
  courseId: string
  slug: string
  number: number
  sheet: CourseSheet
  publishedAt: Date
}

const columns = {
  id: editions.id,
  courseId: editions.courseId,
  slug: courses.slug,
  number: editions.number,
  sheet: editions.sheet,
  publishedAt: editions.publishedAt,
}

/** The edition that new learners get; null when there is no such course. */
export async function currentEdition(slug: string): Promise<Edition | null> {
  const [course] = await readCurrent(db, { slug })
  return course?.editionId ? editionOf(course.editionId) : null
}

type Reads = Pick<Transaction, 'select'>

const readCurrent = statement((reads: Reads) =>
  reads
    .select({ editionId: courses.currentEditionId })
    .from(courses)
    .where(eq(courses.slug, sql.placeholder('slug'))),
)

const known = new Recent<string, Edition>(500)

export async function editionOf(editionId: string): Promise<Edition | null> {
  const remembered = known.get(editionId)
  if (remembered) return remembered
  const [edition] = await db
    .select(columns)
    .from(editions)
    .innerJoin(courses, eq(courses.id, editions.courseId))
    .where(eq(editions.id, editionId))
  return edition ? known.keep(editionId, edition) : null
}

export type Lesson = { document: LessonDocument; key: Question[] }

/** Documents of some 20 kB: parsing one costs as much as rendering it. */
const knownLessons = new Recent<string, Lesson>(64)

/** One lesson of an edition as `sheetIn` tells it, with its answer key: server only. Null when the edition has no such lesson. */
export async function lessonIn(edition: Edition, lesson: string, language: Locale): Promise<Lesson | null> {
  if (!isTranslated(edition.sheet, language)) return lessonOf(edition.id, lesson)
  return (await textsOf(edition.id, language, 'lesson')).find(({ name }) => name === lesson) ?? null
}

/** One lesson in its edition's own language. */
export async function lessonOf(editionId: string, lesson: string): Promise<Lesson | null> {
  const remembered = knownLessons.get(`${editionId} ${lesson}`)
  if (remembered) return remembered
  const [row] = await db
    .select({ document: lessonDocuments.document, key: lessonDocuments.key })
    .from(editionLessons)
    .innerJoin(lessonDocuments, eq(lessonDocuments.hash, editionLessons.documentHash))
    .where(and(eq(editionLessons.editionId, editionId), eq(editionLessons.lesson, lesson)))
  return row ? knownLessons.keep(`${editionId} ${lesson}`, row) : null
}

/** Every course's current edition, by code. */
export async function currentEditions(): Promise<Edition[]> {
  const all = await db
    .select(columns)
    .from(courses)
    .innerJoin(editions, eq(editions.id, courses.currentEditionId))
    .orderBy(asc(courses.slug))
  return all
}
