import { asc, eq } from 'drizzle-orm'
import { catalogueVersion } from '#app/courses/catalogue-version.server.ts'
import { courses, editionLessons, editions } from '#app/courses/schema.ts'
import { type Hit, type SearchableCourse, searchIndex } from '#app/courses/search-index.ts'
import { db } from '#app/db/db.server.ts'
import { lessonDocuments } from '#app/lessons/schema.ts'

type Index = { version: number; search: Promise<(question: string) => Hit[]> }

let index: Index | null = null

/** Courses that answer what was typed, best first. The index is made at the first question after a publish, once a process. */
export async function searchCourses(question: string): Promise<Hit[]> {
  const version = await catalogueVersion()
  if (index?.version !== version) {
    const made: Index = { version, search: readCourses().then(searchIndex) }
    made.search.catch(() => {
      if (index === made) index = null // a failure is not remembered
    })
    index = made
  }
  return (await index.search)(question)
}

async function readCourses(): Promise<SearchableCourse[]> {
  const rows = await db
    .select({
      slug: courses.slug,
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
  for (const { slug, sheet, lesson, document } of rows) {
    const course = bySlug.get(slug) ?? { slug, sheet, texts: new Map<string, string>() }
    course.texts.set(lesson, document.text)
    bySlug.set(slug, course)
  }
  return [...bySlug.values()]
}
