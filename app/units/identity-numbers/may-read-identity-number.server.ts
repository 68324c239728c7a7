import { db } from '#app/db/db.server.ts'
import { isOpenAccount } from '#app/people/is-open-account.server.ts'
import { type Authority, mayManage } from '#app/people/person.ts'
import { looksAfter } from '#app/units/sight/looks-after.server.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/**
 * Whether somebody may ask for a person's identity number, and set it: administrators, and managers who look after the
 * person; not trainers, not auditors, not an enterprise.
 */
export async function mayReadIdentityNumber(who: Authority, personId: string, now: Date, reads: Reads = db) {
  return (
    mayManage(who) && (await isOpenAccount(reads, personId)) && (await looksAfter(who, personId, now, reads)) === true
  )
}
