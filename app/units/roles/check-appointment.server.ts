import { and, eq } from 'drizzle-orm'
import { reasonOf } from '#app/people/reason.ts'
import { people } from '#app/people/schema.ts'
import { periodProblem } from '#app/units/memberships/check-membership.server.ts'
import type { MembershipProblem } from '#app/units/memberships/membership-form.ts'
import { overlaps } from '#app/units/period.ts'
import type { Appointment } from '#app/units/roles/appoint.server.ts'
import { roleHoldings } from '#app/units/schema.ts'
import { type Reads, timelinesOf } from '#app/units/timelines.server.ts'
import { never } from '#app/units/unit.ts'

/** What stands in the way of giving a role; null: nothing. */
export async function appointmentProblem(reads: Reads, form: Appointment): Promise<MembershipProblem | null> {
  const { personId, unitId, role, fromDay, toDay = never } = form
  if (reasonOf(form.reason) === '') return 'reason-needed'
  const [person] = await reads.select({ closedAt: people.closedAt }).from(people).where(eq(people.id, personId))
  if (!person || person.closedAt) return 'unknown-person'
  const wrong = periodProblem({ fromDay, toDay }, (await timelinesOf(reads, [unitId])).get(unitId))
  if (wrong) return wrong
  const held = await reads
    .select()
    .from(roleHoldings)
    .where(and(eq(roleHoldings.personId, personId), eq(roleHoldings.unitId, unitId), eq(roleHoldings.role, role)))
  return held.some((other) => overlaps(other, { fromDay, toDay })) ? 'role-held' : null
}
