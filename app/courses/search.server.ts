import { asc, eq } from 'drizzle-orm'
import { catalogueVersion } from '#app/courses/catalogue-version.server.ts'
import { courses, editionLessons, editions } from '#app/courses/schema.ts'
import { type Hit, type SearchableCourse, searchIndex } from '#app/courses/search-index.ts'
import { isTranslated, sheetIn } from '#app/courses/sheet-in.ts'
import { textsOf } from '#app/courses/text-of.server.ts'
import { db } from '#app/db/db.server.ts'
import type { Locale } from '#app/i18n/messages.ts'
import { lessonDocuments } from '#app/lessons/schema.ts'

type Index = { version: number; search: Promise<(question: string) => Hit[]> }

const indexes: Partial<Record<Locale, Index>> = {}

/** Courses that answer what was typed, best first, each in the language asked for if it has that. The index is made at the first question after a publish, once a process. */
export async function searchCourses(question: string, language: Locale = 'vi'): Promise<Hit[]> {
  const version = await catalogueVersion()
  let index = indexes[language]
  if (index?.version !== version) {
    const made: Index = { version, search: readCourses(language).then(searchIndex) }
    made.search.catch(() => {
      if (indexes[language] === made) delete indexes[language] // a failure is not remembered
    })
    indexes[language] = index = made
  }
  return (await index.search)(question)
}

async function readCourses(language: Locale): Promise<SearchableCourse[]> {
  const rows = await db
    .select({
      slug: courses.slug,
      editionId: editions.id,
      sheet: editions.sheet,
      lesson: editionLessons.lesson,
      document: lessonDocuments.document,
    })
    .from(courses)
    .innerJoin(editions, eq(editions.id, courses.currentEditionId))
    .innerJoin(editionLessons, eq(editionLessons.editionId, editions.id))
    .innerJoin(lessonDocuments, eq(lessonDocuments.hash, editionLessons.documentHash))
    .orderBy(asc(courses.slug), asc(editionLessons.position))
  const bySlug = new Map<string, SearchableCourse & { texts: Map<string, string> }>()
  for (const { slug, editionId, sheet, lesson, document } of rows) {
    const course = bySlug.get(slug) ?? { slug, sheet: sheetIn(sheet, language), texts: new Map<string, string>() }
    const translated = isTranslated(sheet, language) ? await textsOf(editionId, language, 'lesson') : []
    course.texts.set(lesson, (translated.find(({ name }) => name === lesson)?.document ?? document).text)
    bySlug.set(slug, course)
  }
  return [...bySlug.values()]
}
