import { and, desc, eq } from 'drizzle-orm'
import { courses, editions } from '#app/courses/schema.ts'
import { db } from '#app/db/db.server.ts'
import { progressIn } from '#app/enrolments/completion.ts'
import { readWork } from '#app/enrolments/read-work.server.ts'
import { enrolments } from '#app/enrolments/schema.ts'
import type { Actor } from '#app/people/person.ts'

export type LessonState = 'opened' | 'read' | 'done'

/** A person in a course, small enough to travel with every public page. */
export type CourseSummary = {
  edition: string
  isCompleted: boolean
  lessons: Record<string, LessonState>
  /** Seconds studied and the floor, by lesson, where the course has one. */
  seconds: Record<string, [studied: number, least: number]>
  answered: string[]
}

/** Where a person stands in a course; null when they never began it. Three queries. */
export async function courseSummary(person: Actor, slug: string, now = new Date()): Promise<CourseSummary | null> {
  const rows = await db
    .select({ editionId: editions.id, sheet: editions.sheet, completedAt: enrolments.completedAt })
    .from(enrolments)
    .innerJoin(courses, eq(courses.id, enrolments.courseId))
    .innerJoin(editions, eq(editions.id, enrolments.editionId))
    .where(and(eq(enrolments.personId, person.id), eq(courses.slug, slug)))
    .orderBy(desc(editions.number))
  const enrolment = rows.find((row) => row.completedAt === null) ?? rows[0]
  if (!enrolment) return null
  const work = await readWork(db, person.id, enrolment.editionId)
  const { lessons } = progressIn(enrolment.sheet, work, false, now)
  return {
    edition: enrolment.editionId,
    isCompleted: enrolment.completedAt !== null,
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
