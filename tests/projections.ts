import { asc, eq, inArray } from 'drizzle-orm'
import { attemptAnswers, attempts } from '#app/attempts/schema.ts'
import { db } from '#app/db/db.server.ts'
import { enrolments, lessonProgress, practiceAnswers } from '#app/enrolments/schema.ts'

/** Every row that the ledger's events make for one person, in a settled order. */
export async function projectionsOf(person: { id: string }) {
  const theirs = db.select({ id: attempts.id }).from(attempts).where(eq(attempts.personId, person.id))
  return {
    progress: await db
      .select()
      .from(lessonProgress)
      .where(eq(lessonProgress.personId, person.id))
      .orderBy(asc(lessonProgress.editionId), asc(lessonProgress.lesson)),
    practice: await db
      .select()
      .from(practiceAnswers)
      .where(eq(practiceAnswers.personId, person.id))
      .orderBy(asc(practiceAnswers.editionId), asc(practiceAnswers.question)),
    attempts: await db.select().from(attempts).where(eq(attempts.personId, person.id)).orderBy(asc(attempts.id)),
    answers: await db
      .select()
      .from(attemptAnswers)
      .where(inArray(attemptAnswers.attemptId, theirs))
      .orderBy(asc(attemptAnswers.attemptId), asc(attemptAnswers.question), asc(attemptAnswers.isLate)),
    enrolments: await db
      .select({ editionId: enrolments.editionId, completedAt: enrolments.completedAt })
      .from(enrolments)
      .where(eq(enrolments.personId, person.id))
      .orderBy(asc(enrolments.editionId)),
  }
}
