import { hasPassed, hasPassedSince } from '#app/attempts/has-passed.server.ts'
import { awardAgainInTx, awardInTx } from '#app/certificates/award.server.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { completeIfDone, hasCompleted } from '#app/enrolments/complete-in-tx.server.ts'
import { editionFacts } from '#app/enrolments/edition-facts.server.ts'
import { endRenewalInTx } from '#app/enrolments/renew-in-tx.server.ts'
import { renewalSince } from '#app/enrolments/renewal-since.server.ts'

type Learner = { personId: string; editionId: string; at: Date }

/**
 * Inner step: whatever makes the last rule of a course true completes it and awards the certificate in the same write. A
 * course that is to be passed again is completed by the next pass, which has a certificate of its own.
 */
export async function completeInTx(tx: Transaction, learner: Learner): Promise<void> {
  if (!(await hasPassed(tx, learner.personId, learner.editionId))) return
  const { personId, at } = learner
  const courseId = await courseOf(tx, learner)
  if (await completeIfDone(tx, { ...learner, hasPassed: true })) {
    await awardInTx(tx, learner)
    await endRenewalInTx(tx, { personId, courseId }, at)
  } else if (await hasPassedAgain(tx, learner, courseId)) {
    await endRenewalInTx(tx, { personId, courseId }, at)
    await awardAgainInTx(tx, learner)
  }
}

async function courseOf(tx: Transaction, { editionId }: Learner): Promise<string> {
  const facts = await editionFacts(tx, editionId) // remembered by the process
  if (!facts) throw new Error(`no edition ${editionId}`)
  return facts.courseId
}

/** The lessons need not be learnt again; a newer edition that was begun does need them. */
async function hasPassedAgain(tx: Transaction, { personId, editionId }: Learner, courseId: string): Promise<boolean> {
  const since = await renewalSince(tx, personId, courseId)
  return (
    since !== null &&
    (await hasPassedSince(tx, { personId, editionId, since })) &&
    (await hasCompleted(tx, personId, editionId))
  )
}
