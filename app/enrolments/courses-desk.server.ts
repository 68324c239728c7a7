import { count, eq } from 'drizzle-orm'
import { currentEditions } from '#app/courses/edition.server.ts'
import { editions, loadProblems } from '#app/courses/schema.ts'
import { db } from '#app/db/db.server.ts'
import { enrolments } from '#app/enrolments/schema.ts'
import { type Authority, mayAdminister } from '#app/people/person.ts'

export type CourseAtDesk = {
  slug: string
  code: string
  title: string
  edition: number
  publishedAt: Date
  /** Who began on which edition, newest edition first; editions without learners are left out. */
  learners: Array<{ edition: number; count: number }>
}

type LoadProblem = { file: string; line: number; column: number; message: string }

/** What stood in the way when a folder was loaded last. The folder may never have become a course. */
export type LoadTrouble = { slug: string; at: Date; problems: LoadProblem[] }

/** The courses as trainers look after them. Three queries. Null: not this actor's to see. */
export async function coursesDesk(
  trainer: Authority,
): Promise<{ courses: CourseAtDesk[]; troubles: LoadTrouble[] } | null> {
  if (!mayAdminister(trainer) && trainer !== 'command-line' && trainer.role !== 'trainer') return null
  const [current, learners, troubles] = await Promise.all([
    currentEditions(),
    learnersByEdition(),
    db.select().from(loadProblems).orderBy(loadProblems.slug),
  ])
  const courses = current.map(({ courseId, slug, sheet, number, publishedAt }) => ({
    slug,
    code: sheet.code,
    title: sheet.title,
    edition: number,
    publishedAt,
    learners: learners
      .filter((row) => row.courseId === courseId)
      .map((row) => ({ edition: row.number, count: row.count }))
      .sort((a, b) => b.edition - a.edition),
  }))
  return { courses, troubles }
}

function learnersByEdition() {
  return db
    .select({
      courseId: editions.courseId,
      number: editions.number,
      count: count(enrolments.id).mapWith(Number),
    })
    .from(enrolments)
    .innerJoin(editions, eq(editions.id, enrolments.editionId))
    .groupBy(editions.courseId, editions.number)
}
