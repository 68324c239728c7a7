import { inArray } from 'drizzle-orm'
import { type Edition, editionOf } from '#app/courses/edition.server.ts'
import { courses } from '#app/courses/schema.ts'
import { db } from '#app/db/db.server.ts'

/** The edition that new learners get of each of some courses, by the course's id. One query, and one for each edition that this process has not met. */
export async function currentEditionsOf(courseIds: readonly string[]): Promise<Map<string, Edition>> {
  const found = new Map<string, Edition>()
  if (courseIds.length === 0) return found
  const rows = await db
    .select({ id: courses.id, editionId: courses.currentEditionId })
    .from(courses)
    .where(inArray(courses.id, [...courseIds]))
  for (const { id, editionId } of rows) {
    const edition = editionId ? await editionOf(editionId) : null
    if (edition) found.set(id, edition)
  }
  return found
}
