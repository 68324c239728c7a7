import { asc, eq } from 'drizzle-orm'
import { attemptAnswers, attempts } from '#app/attempts/schema.ts'
import { db } from '#app/db/db.server.ts'
import type { Actor } from '#app/people/person.ts'

/** One's attempts with one's own answers, for the download of one's own data. The papers stay here: they hold the keys. */
export async function attemptsOfPerson(person: Actor) {
  const rows = await db
    .select({
      id: attempts.id,
      editionId: attempts.editionId,
      exam: attempts.exam,
      number: attempts.number,
      openedAt: attempts.openedAt,
      submittedAt: attempts.submittedAt,
      closedAt: attempts.closedAt,
      credit: attempts.credit,
      isPassed: attempts.isPassed,
    })
    .from(attempts)
    .where(eq(attempts.personId, person.id))
    .orderBy(asc(attempts.openedAt))
  const answers = await db
    .select({
      attemptId: attemptAnswers.attemptId,
      question: attemptAnswers.question,
      answer: attemptAnswers.answer,
      isLate: attemptAnswers.isLate,
      receivedAt: attemptAnswers.receivedAt,
    })
    .from(attemptAnswers)
    .innerJoin(attempts, eq(attempts.id, attemptAnswers.attemptId))
    .where(eq(attempts.personId, person.id))
    .orderBy(asc(attemptAnswers.receivedAt))
  return rows.map(({ id, ...attempt }) => ({
    ...attempt,
    answers: answers.filter((answer) => answer.attemptId === id).map(({ attemptId, ...answer }) => answer),
  }))
}
