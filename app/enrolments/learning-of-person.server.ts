import { asc, eq } from 'drizzle-orm'
import { courses } from '#app/courses/schema.ts'
import { db } from '#app/db/db.server.ts'
import { enrolments, lessonProgress, practiceAnswers } from '#app/enrolments/schema.ts'
import type { Actor } from '#app/people/person.ts'

/** One's courses, progress and answers to practice questions, for the download of one's own data. */
export async function learningOfPerson(person: Actor) {
  return {
    enrolments: await db
      .select({
        course: courses.slug,
        editionId: enrolments.editionId,
        startedAt: enrolments.startedAt,
        completedAt: enrolments.completedAt,
      })
      .from(enrolments)
      .innerJoin(courses, eq(courses.id, enrolments.courseId))
      .where(eq(enrolments.personId, person.id))
      .orderBy(asc(enrolments.startedAt)),
    progress: (await db.select().from(lessonProgress).where(eq(lessonProgress.personId, person.id))).map(withoutPerson),
    practice: (await db.select().from(practiceAnswers).where(eq(practiceAnswers.personId, person.id))).map(
      withoutPerson,
    ),
  }
}

function withoutPerson<Row extends { personId: string }>({ personId, ...row }: Row) {
  return row
}
