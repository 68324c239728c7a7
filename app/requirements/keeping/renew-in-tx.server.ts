import type { Transaction } from '#app/db/db.server.ts'
import { openRenewalsInTx } from '#app/enrolments/renew-in-tx.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { coursesAgain } from '#app/requirements/keeping/courses-again.ts'
import type { Look } from '#app/requirements/keeping/look-at.server.ts'
import { readPeople } from '#app/requirements/keeping/read-people.server.ts'
import type { Requirement } from '#app/requirements/requirement.ts'

/**
 * Inner step: whoever is asked for a course that they completed, before this window or with a certificate that was revoked
 * since, may pass it again. What they completed is read once more within the write: who passed it while the keeper was
 * looking is not asked anew. Seven queries and one for the rows, where there is anybody; otherwise none.
 */
export async function renewInTx(
  tx: Transaction,
  requirements: readonly Requirement[],
  { again, noted }: Look,
  { day, at }: { day: Day; at: Date },
): Promise<void> {
  if (again.length === 0) return
  const people = await readPeople(tx, [...new Set(again.map(({ personId }) => personId))])
  await openRenewalsInTx(tx, coursesAgain(requirements, people, noted, day), at)
}
