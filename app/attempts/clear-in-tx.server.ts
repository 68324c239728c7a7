import { and, eq, inArray } from 'drizzle-orm'
import { attemptAnswers, attempts } from '#app/attempts/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'

/** Inner step: throws away a learner's attempts in an edition with their answers, to be made again from the ledger. */
export async function clearAttemptsInTx(tx: Transaction, learner: { personId: string; editionId: string }) {
  const own = and(eq(attempts.personId, learner.personId), eq(attempts.editionId, learner.editionId))
  const theirs = tx.select({ id: attempts.id }).from(attempts).where(own)
  await tx.delete(attemptAnswers).where(inArray(attemptAnswers.attemptId, theirs))
  await tx.delete(attempts).where(own)
}
