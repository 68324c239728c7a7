import { type Authority, isSelf, mayAdminister, mayManage } from '#app/people/person.ts'
import { looksAfter } from '#app/units/sight/looks-after.server.ts'
import type { Reads } from '#app/units/timelines.server.ts'

type Account = { id: string; role: string }

/**
 * Whether somebody may decide that accounts belong to one person: administrators, and managers who look after all of
 * them, about learners alone. Nobody about themselves: it would be a way to come by another's papers.
 */
export async function mayMerge(who: Authority, accounts: readonly Account[], now: Date, reads?: Reads) {
  if (!mayManage(who) || accounts.some(({ id }) => isSelf(who, id))) return false
  if (mayAdminister(who)) return true
  for (const { id, role } of accounts) if (role !== 'learner' || !(await looksAfter(who, id, now, reads))) return false
  return true
}
