import { asc, eq } from 'drizzle-orm'
import type { CourseSheet } from '#app/courses/course-sheet.ts'
import { courses, editionLessons, editions } from '#app/courses/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { Recent } from '#app/db/recent.ts'
import { lessonDocuments } from '#app/lessons/schema.ts'
import type { Question } from '#app/questions/question.ts'

/** What the rules need to know of an edition, keys of its practice questions included: never leaves the server. */
export type EditionFacts = {
  id: string
  courseId: string
  slug: string
  sheet: CourseSheet
  lessons: ReadonlySet<string>
  practice: ReadonlyMap<string, { lesson: string; question: Question }>
}

// An edition never changes once published, so what was read once stays true.
const known = new Recent<string, EditionFacts>(64)

/** The facts of an edition, or null if there is none. Reads through `db`, or through `tx` inside a write. */
export async function editionFacts(reads: Pick<Transaction, 'select'>, id: string): Promise<EditionFacts | null> {
  return known.get(id) ?? (await readFacts(reads, id))
}

async function readFacts(reads: Pick<Transaction, 'select'>, id: string): Promise<EditionFacts | null> {
  const [edition] = await reads
    .select({ sheet: editions.sheet, courseId: courses.id, slug: courses.slug })
    .from(editions)
    .innerJoin(courses, eq(courses.id, editions.courseId))
    .where(eq(editions.id, id))
  if (!edition) return null
  const lessons = await reads
    .select({ lesson: editionLessons.lesson, key: lessonDocuments.key })
    .from(editionLessons)
    .innerJoin(lessonDocuments, eq(lessonDocuments.hash, editionLessons.documentHash))
    .where(eq(editionLessons.editionId, id))
    .orderBy(asc(editionLessons.position))
  const practice = lessons.flatMap(({ lesson, key }) =>
    key.map((question) => [question.id, { lesson, question }] as const),
  )
  return known.keep(id, {
    id,
    ...edition,
    lessons: new Set(lessons.map(({ lesson }) => lesson)),
    practice: new Map(practice),
  })
}
