import { eq } from 'drizzle-orm'
import { attemptAnswers } from '#app/attempts/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'

export type KeptAnswer = typeof attemptAnswers.$inferSelect

/** Every answer of an attempt, in time and late. */
export async function givenAnswers(reads: Pick<Transaction, 'select'>, attemptId: string): Promise<KeptAnswer[]> {
  return reads.select().from(attemptAnswers).where(eq(attemptAnswers.attemptId, attemptId))
}
