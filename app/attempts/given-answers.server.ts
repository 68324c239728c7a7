import { eq, sql } from 'drizzle-orm'
import { attemptAnswers } from '#app/attempts/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'

type Reads = Pick<Transaction, 'select'>

export type KeptAnswer = typeof attemptAnswers.$inferSelect

/** Every answer of an attempt, in time and late. */
export async function givenAnswers(reads: Reads, attemptId: string): Promise<KeptAnswer[]> {
  return readAnswers(reads, { attemptId })
}

const readAnswers = statement((reads: Reads) =>
  reads
    .select()
    .from(attemptAnswers)
    .where(eq(attemptAnswers.attemptId, sql.placeholder('attemptId'))),
)
