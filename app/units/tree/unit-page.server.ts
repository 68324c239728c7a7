import type { Day } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import type { Headcount } from '#app/units/memberships/headcount.ts'
import { peoplePage } from '#app/units/memberships/people-page.server.ts'
import { sumTotals } from '#app/units/memberships/sum-totals.server.ts'
import type { PeopleAsked, PeoplePage } from '#app/units/memberships/unit-person.ts'
import { wayTo } from '#app/units/memberships/way-to-people.server.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { childrenSeen } from '#app/units/tree/children-seen.server.ts'
import { type UnitPage, unitSeen } from '#app/units/tree/unit-at.server.ts'
import type { UnitType } from '#app/units/unit.ts'

export type WholeUnit = UnitPage & {
  /** What stood directly below it; with how many people, for whoever sees them. */
  below: Array<{ unitId: string; name: string; type: UnitType; code: string | null; people?: number }>
  /** Null: this viewer sees none of its people on that day. */
  total: Headcount | null
  page: PeoplePage | null
}

/**
 * All that the page of a unit shows, as of a day: the unit, what stands below it, totals and people, in eight queries, nine when its
 * totals are summed anew, since who may see what is asked once; a name takes one more. Null: not there, or not this viewer's.
 */
export async function unitPage(viewer: Authority, asked: PeopleAsked, today: Day): Promise<WholeUnit | null> {
  const { unitId, day } = asked
  const scope = await seenBy(viewer, today)
  const seen = await unitSeen(scope, unitId, day)
  if (!seen) return null
  const isSeen = seen.sightThen !== null
  const children = await childrenSeen(scope, { unitId, day, isSeen })
  if (!isSeen) return { ...seen.unit, below: children, total: null, page: null }
  const totals = await sumTotals(
    unitId,
    day,
    children.map((child) => child.unitId),
  )
  const heads = new Map(totals.children.map((child) => [child.unitId, child.total.people]))
  const below = children.map((child) => ({ ...child, people: heads.get(child.unitId) ?? 0 }))
  const page = await peoplePage(scope, asked, await wayTo(asked, totals))
  return { ...seen.unit, below, total: totals.all, page }
}
