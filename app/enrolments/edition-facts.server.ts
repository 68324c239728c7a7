import { asc, eq } from 'drizzle-orm'
import type { CourseSheet } from '#app/courses/course-sheet.ts'
import { courses, editionLessons, editions } from '#app/courses/schema.ts'
import { isTranslated, languagesOf } from '#app/courses/sheet-in.ts'
import { textsOf } from '#app/courses/text-of.server.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { Recent } from '#app/db/recent.ts'
import type { Locale } from '#app/i18n/messages.ts'
import { lessonDocuments } from '#app/lessons/schema.ts'
import type { Question } from '#app/questions/question.ts'

/** A practice question, in the edition's own language and in those it was translated into. */
export type Practice = { lesson: string; question: Question; translations: Partial<Record<Locale, Question>> }

/** What the rules need to know of an edition, keys of its practice questions included: never leaves the server. */
export type EditionFacts = {
  id: string
  courseId: string
  slug: string
  sheet: CourseSheet
  lessons: ReadonlySet<string>
  practice: ReadonlyMap<string, Practice>
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
  const practice = new Map<string, Practice>()
  for (const { lesson, key } of lessons)
    for (const question of key) practice.set(question.id, { lesson, question, translations: {} })
  for (const language of languagesOf(edition.sheet).filter((one) => isTranslated(edition.sheet, one)))
    for (const { key } of await textsOf(id, language, 'lesson', reads))
      for (const question of key) {
        const own = practice.get(question.id)
        if (own) own.translations[language] = question
      }
  return known.keep(id, {
    id,
    ...edition,
    lessons: new Set(lessons.map(({ lesson }) => lesson)),
    practice,
  })
}
