import { eq } from 'drizzle-orm'
import { givenAnswers } from '#app/attempts/given-answers.server.ts'
import { type Marks, marksOf } from '#app/attempts/marks.ts'
import { pinnedAttempt } from '#app/attempts/pinned.server.ts'
import { attempts } from '#app/attempts/schema.ts'
import { stateInTx } from '#app/attempts/state-in-tx.server.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { editionFacts } from '#app/enrolments/edition-facts.server.ts'

export type Closing = { by: 'learner' | 'deadline'; at: Date }
export type Closed = { closedAt: Date; personId: string; editionId: string; isPassed: boolean }

/**
 * Inner step: closes an open attempt and marks it with what was received, once however often it is called.
 * Null: there is no such attempt, or it was closed before. The moment of closing is never before an answer that counts,
 * so that from the moments alone one can tell which answers came in time.
 */
export async function closeInTx(tx: Transaction, attemptId: string, { by, at }: Closing): Promise<Closed | null> {
  const pinned = await pinnedAttempt(tx, attemptId)
  const state = await stateInTx(tx, attemptId)
  if (!pinned || !state || state.closedAt) return null
  const { marks, lastAt } = await markInTx(tx, attemptId)
  const closedAt = lastAt && lastAt > at ? lastAt : at
  await tx
    .update(attempts)
    .set({ closedAt, submittedAt: by === 'learner' ? closedAt : null, credit: marks.credit, isPassed: marks.isPassed })
    .where(eq(attempts.id, attemptId))
  return { closedAt, personId: pinned.personId, editionId: pinned.editionId, isPassed: marks.isPassed }
}

/** Inner step: the marks of an attempt for the answers that count, and when the last of them was received. */
export async function markInTx(tx: Transaction, attemptId: string): Promise<{ marks: Marks; lastAt: Date | null }> {
  const pinned = await pinnedAttempt(tx, attemptId)
  const facts = pinned ? await editionFacts(tx, pinned.editionId) : null
  if (!pinned || !facts) throw new Error(`attempt ${attemptId} has no edition`)
  const answers = (await givenAnswers(tx, attemptId)).filter((answer) => !answer.isLate)
  const given = new Map(answers.map(({ question, answer }) => [question, answer]))
  const lastAt = answers.reduce<Date | null>(
    (last, { receivedAt }) => (last && last > receivedAt ? last : receivedAt),
    null,
  )
  return { marks: marksOf(pinned.paper, given, facts.sheet.exam), lastAt }
}
