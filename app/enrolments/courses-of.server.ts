import { desc, eq } from 'drizzle-orm'
import type { CourseSheet } from '#app/courses/course-sheet.ts'
import { courses, editions } from '#app/courses/schema.ts'
import { db } from '#app/db/db.server.ts'
import { type LessonWork, type Progress, progressIn } from '#app/enrolments/completion.ts'
import { enrolments, lessonProgress, practiceAnswers } from '#app/enrolments/schema.ts'
import type { Actor } from '#app/people/person.ts'

export type CourseOf = {
  slug: string
  editionId: string
  sheet: CourseSheet
  startedAt: Date
  completedAt: Date | null
  progress: Progress
}

/** Every course a person began, unfinished first, then the newest. Three queries, however many courses. */
export async function coursesOf(person: Actor, now = new Date()): Promise<CourseOf[]> {
  const begun = await db
    .select({
      slug: courses.slug,
      editionId: editions.id,
      sheet: editions.sheet,
      startedAt: enrolments.startedAt,
      completedAt: enrolments.completedAt,
    })
    .from(enrolments)
    .innerJoin(courses, eq(courses.id, enrolments.courseId))
    .innerJoin(editions, eq(editions.id, enrolments.editionId))
    .where(eq(enrolments.personId, person.id))
    .orderBy(desc(enrolments.startedAt))
  const work = await workByEdition(person.id)
  return begun
    .map((course) => ({
      ...course,
      progress: progressIn(course.sheet, work.get(course.editionId) ?? new Map(), course.completedAt !== null, now),
    }))
    .sort((a, b) => Number(a.completedAt !== null) - Number(b.completedAt !== null))
}

async function workByEdition(personId: string): Promise<Map<string, Map<string, LessonWork>>> {
  const rows = await db.select().from(lessonProgress).where(eq(lessonProgress.personId, personId))
  const answers = await db
    .select({
      editionId: practiceAnswers.editionId,
      lesson: practiceAnswers.lesson,
      question: practiceAnswers.question,
    })
    .from(practiceAnswers)
    .where(eq(practiceAnswers.personId, personId))
  const all = new Map<string, Map<string, LessonWork & { answered: Set<string> }>>()
  const lessonIn = (editionId: string, lesson: string) => {
    const edition = all.get(editionId) ?? new Map<string, LessonWork & { answered: Set<string> }>()
    all.set(editionId, edition)
    const work = edition.get(lesson) ?? { openedAt: null, readAt: null, seconds: 0, answered: new Set<string>() }
    edition.set(lesson, work)
    return work
  }
  for (const { editionId, lesson, openedAt, readAt, seconds } of rows)
    Object.assign(lessonIn(editionId, lesson), { openedAt, readAt, seconds })
  for (const { editionId, lesson, question } of answers) lessonIn(editionId, lesson).answered.add(question)
  return all
}
