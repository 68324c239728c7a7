import { and, eq, sql } from 'drizzle-orm'
import { db, type Transaction } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'
import { practiceAnswers } from '#app/enrolments/schema.ts'
import type { Actor } from '#app/people/person.ts'

/** A person's latest answers to the practice questions of a lesson, by question. */
export async function practiceOf(person: Actor, editionId: string, lesson: string): Promise<Map<string, unknown>> {
  const rows = await readAnswers(db, { personId: person.id, editionId, lesson })
  return new Map(rows.map((row) => [row.question, row.answer]))
}

const readAnswers = statement((reads: Pick<Transaction, 'select'>) =>
  reads
    .select({ question: practiceAnswers.question, answer: practiceAnswers.answer })
    .from(practiceAnswers)
    .where(
      and(
        eq(practiceAnswers.personId, sql.placeholder('personId')),
        eq(practiceAnswers.editionId, sql.placeholder('editionId')),
        eq(practiceAnswers.lesson, sql.placeholder('lesson')),
      ),
    ),
)
