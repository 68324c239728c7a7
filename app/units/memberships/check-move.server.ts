import { and, eq, gt, ne } from 'drizzle-orm'
import { reasonOf } from '#app/people/reason.ts'
import { periodProblem } from '#app/units/memberships/check-membership.server.ts'
import { type Held, heldColumns } from '#app/units/memberships/held.server.ts'
import type { MembershipProblem } from '#app/units/memberships/membership-form.ts'
import type { MembershipMove } from '#app/units/memberships/move-membership.server.ts'
import { overlaps } from '#app/units/period.ts'
import { memberships } from '#app/units/schema.ts'
import { type Reads, timelinesOf } from '#app/units/timelines.server.ts'

/** What stands in the way of a move; null: nothing. */
export async function moveProblem(reads: Reads, held: Held, form: MembershipMove): Promise<MembershipProblem | null> {
  if (reasonOf(form.reason) === '') return 'reason-needed'
  const isSame = held.unitId === form.toUnitId && held.waitsFromId === null
  if (isSame && form.position === undefined && form.category === undefined) return 'same-unit'
  const period = { fromDay: form.day, toDay: held.toDay }
  const wrong = periodProblem(period, (await timelinesOf(reads, [form.toUnitId])).get(form.toUnitId))
  if (wrong === 'days-turned' || form.day < held.fromDay) return 'not-there-then'
  if (wrong) return wrong
  const others = await reads
    .select(heldColumns)
    .from(memberships)
    .where(
      and(
        eq(memberships.personId, held.personId),
        eq(memberships.unitId, form.toUnitId),
        gt(memberships.toDay, form.day),
        ne(memberships.id, held.id),
      ),
    )
  return others.some((other) => overlaps(other, period)) ? 'overlap' : null
}
