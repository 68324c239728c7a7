import { eq } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Authority } from '#app/people/person.ts'
import { moveProblem } from '#app/units/memberships/check-move.server.ts'
import { heldColumns } from '#app/units/memberships/held.server.ts'
import type { MembershipProblem } from '#app/units/memberships/membership-form.ts'
import type { MembershipMove } from '#app/units/memberships/move-membership.server.ts'
import { memberships } from '#app/units/schema.ts'
import { mayActFor } from '#app/units/sight/may-act-for.server.ts'

/** What would stand in the way of `moveMembership`; writes nothing. Null: not this actor's to do. */
export async function previewMove(
  who: Authority,
  form: MembershipMove,
  now = new Date(),
): Promise<{ problem: MembershipProblem | null } | null> {
  const [held] = await db.select(heldColumns).from(memberships).where(eq(memberships.id, form.membershipId))
  if (!held || !(await mayActFor(db, who, [held.unitId, form.toUnitId], now))) return null
  return { problem: await moveProblem(db, held, form) }
}
