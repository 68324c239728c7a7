import { eq, sql } from 'drizzle-orm'
import { courses } from '#app/courses/schema.ts'
import { type Transaction, write } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'
import { enrolInTx } from '#app/enrolments/enrol-in-tx.server.ts'
import { enrolmentOf } from '#app/enrolments/enrolment-of.server.ts'
import type { Actor } from '#app/people/person.ts'

type Reads = Pick<Transaction, 'select'>

/**
 * Enrols a person in a course as it stands today; harmless twice. Who is in the middle of an edition stays on it;
 * who finished an older one begins the newer. Null: no such course, or nothing published yet.
 */
export async function enrol(
  person: Actor,
  courseSlug: string,
  now = new Date(),
): Promise<{ editionId: string } | null> {
  return write(async (tx) => {
    const course = await currentCourse(tx, courseSlug)
    if (!course) return null
    const begun = await enrolmentOf(tx, person.id, course.id)
    if (begun && begun.completedAt === null) return { editionId: begun.editionId }
    await enrolInTx(tx, { personId: person.id, courseId: course.id, editionId: course.editionId, at: now })
    return { editionId: course.editionId }
  })
}

/** A course by its address, with the edition new learners get. */
export async function currentCourse(reads: Reads, slug: string) {
  const [course] = await readCourse(reads, { slug })
  return course?.editionId ? { id: course.id, editionId: course.editionId } : null
}

const readCourse = statement((reads: Reads) =>
  reads
    .select({ id: courses.id, editionId: courses.currentEditionId })
    .from(courses)
    .where(eq(courses.slug, sql.placeholder('slug'))),
)
