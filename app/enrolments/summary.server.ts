import { and, desc, eq, sql } from 'drizzle-orm'
import { courses, editions } from '#app/courses/schema.ts'
import { db, type Transaction } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'
import { progressIn } from '#app/enrolments/completion.ts'
import { editionFacts } from '#app/enrolments/edition-facts.server.ts'
import { readWork } from '#app/enrolments/read-work.server.ts'
import { renewalSince } from '#app/enrolments/renewal-since.server.ts'
import { enrolments } from '#app/enrolments/schema.ts'
import type { Actor } from '#app/people/person.ts'

export type LessonState = 'opened' | 'read' | 'done'

/** A person in a course, small enough to travel with every public page. */
export type CourseSummary = {
  edition: string
  isCompleted: boolean
  /** It is to be passed again; the exam is all it takes. */
  isRenewal: boolean
  lessons: Record<string, LessonState>
  /** Seconds studied and the floor, by lesson, where the course has one. */
  seconds: Record<string, [studied: number, least: number]>
  answered: string[]
}

/** Where a person stands in a course; null when they never began it. Three queries, four when it is completed. */
export async function courseSummary(person: Actor, slug: string, now = new Date()): Promise<CourseSummary | null> {
  const rows = await readEnrolments(db, { personId: person.id, slug })
  const enrolment = rows.find((row) => row.completedAt === null) ?? rows[0]
  const facts = enrolment ? await editionFacts(db, enrolment.editionId) : null
  if (!enrolment || !facts) return null
  const work = await readWork(db, person.id, enrolment.editionId)
  const isCompleted = enrolment.completedAt !== null
  const { lessons } = progressIn(facts.sheet, work, false, now)
  return {
    edition: enrolment.editionId,
    isCompleted,
    isRenewal: isCompleted && (await renewalSince(db, person.id, facts.courseId)) !== null,
    lessons: Object.fromEntries(
      lessons
        .filter((lesson) => lesson.isOpened || lesson.practice.answered > 0)
        .map((lesson) => [lesson.lesson, lesson.isDone ? 'done' : lesson.isRead ? 'read' : 'opened'] as const),
    ),
    seconds: Object.fromEntries(
      lessons
        .filter((lesson) => lesson.floorSeconds > 0)
        .map((lesson) => [lesson.lesson, [lesson.seconds, lesson.floorSeconds] as const]),
    ),
    answered: [...work.values()].flatMap((lesson) => [...lesson.answered]),
  }
}

/** The newest edition first. The sheet is not read here: it is kept by `editionFacts`, and parsing it costs more than finding it. */
const readEnrolments = statement((reads: Pick<Transaction, 'select'>) =>
  reads
    .select({ editionId: enrolments.editionId, completedAt: enrolments.completedAt })
    .from(enrolments)
    .innerJoin(courses, eq(courses.id, enrolments.courseId))
    .innerJoin(editions, eq(editions.id, enrolments.editionId))
    .where(and(eq(enrolments.personId, sql.placeholder('personId')), eq(courses.slug, sql.placeholder('slug'))))
    .orderBy(desc(editions.number)),
)
