import { hasPassed } from '#app/attempts/has-passed.server.ts'
import { awardInTx } from '#app/certificates/award.server.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { completeIfDone } from '#app/enrolments/complete-in-tx.server.ts'

/** Inner step: whatever makes the last rule of a course true completes it and awards the certificate in the same write. */
export async function completeInTx(
  tx: Transaction,
  learner: { personId: string; editionId: string; at: Date },
): Promise<void> {
  const isPassed = await hasPassed(tx, learner.personId, learner.editionId)
  if (isPassed && (await completeIfDone(tx, { ...learner, hasPassed: true }))) await awardInTx(tx, learner)
}
