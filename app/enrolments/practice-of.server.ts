import { and, eq } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { practiceAnswers } from '#app/enrolments/schema.ts'
import type { Actor } from '#app/people/person.ts'

/** A person's latest answers to the practice questions of a lesson, by question. */
export async function practiceOf(person: Actor, editionId: string, lesson: string): Promise<Map<string, unknown>> {
  const rows = await db
    .select({ question: practiceAnswers.question, answer: practiceAnswers.answer })
    .from(practiceAnswers)
    .where(
      and(
        eq(practiceAnswers.personId, person.id),
        eq(practiceAnswers.editionId, editionId),
        eq(practiceAnswers.lesson, lesson),
      ),
    )
  return new Map(rows.map((row) => [row.question, row.answer]))
}
