import { and, eq } from 'drizzle-orm'
import { markInTx } from '#app/attempts/close-in-tx.server.ts'
import type { KeptAnswer } from '#app/attempts/given-answers.server.ts'
import { attemptAnswers, attempts } from '#app/attempts/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'

/** Inner step: both answers to a question, the one in time and the late one. */
export async function answersInTx(tx: Transaction, attemptId: string, question: string) {
  const rows = await tx
    .select()
    .from(attemptAnswers)
    .where(and(eq(attemptAnswers.attemptId, attemptId), eq(attemptAnswers.question, question)))
  return { inTime: rows.find((row) => !row.isLate) ?? null, late: rows.find((row) => row.isLate) ?? null }
}

/** Inner step: a late answer counts from now on in place of what came in time; the late one stays to be seen. Marks anew. */
export async function acceptInTx(tx: Transaction, late: KeptAnswer): Promise<{ credit: number; isPassed: boolean }> {
  const { attemptId, question, ...answer } = { ...late, isLate: false }
  await tx
    .insert(attemptAnswers)
    .values({ attemptId, question, ...answer })
    .onConflictDoUpdate({
      target: [attemptAnswers.attemptId, attemptAnswers.question, attemptAnswers.isLate],
      set: answer,
    })
  const { marks } = await markInTx(tx, attemptId)
  const result = { credit: marks.credit, isPassed: marks.isPassed }
  await tx.update(attempts).set(result).where(eq(attempts.id, attemptId))
  return result
}
