import { db } from '#app/db/db.server.ts'
import type { Authority } from '#app/people/person.ts'
import { checkMemberships } from '#app/units/memberships/check-membership.server.ts'
import type { MembershipProblem, NewMembership } from '#app/units/memberships/membership-form.ts'
import { isWithinReach } from '#app/units/sight/is-within-reach.server.ts'
import { mayActFor } from '#app/units/sight/may-act-for.server.ts'

/** What would stand in the way of `addMembership`; writes nothing. Null: not this actor's to do. */
export async function previewMembership(
  who: Authority,
  form: NewMembership,
  now = new Date(),
): Promise<{ problem: MembershipProblem | null } | null> {
  if (!(await mayActFor(db, who, [form.unitId], now))) return null
  if (!(await isWithinReach(db, who, form.personId, now))) return null
  const { problems } = await checkMemberships(db, [form])
  return { problem: problems[0] ?? null }
}
