import { and, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { exceptions } from '#app/requirements/schema.ts'

/**
 * Inner step: when an account is closed, what nobody decided is gone, and of the rest what was written: a reason may tell of
 * an illness. That there was an exception stays, with its days, or figures that were reported would be others.
 */
export async function forgetReasonsInTx(tx: Transaction, personIds: readonly string[]): Promise<void> {
  const isTheirs = inArray(exceptions.personId, [...personIds])
  await tx.delete(exceptions).where(and(isTheirs, eq(exceptions.state, 'asked')))
  const forgotten = { reason: '', documentNumber: null, decisionReason: null, takenBackReason: null }
  await tx.update(exceptions).set(forgotten).where(isTheirs)
}
