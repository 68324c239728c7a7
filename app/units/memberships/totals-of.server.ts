import type { Day } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { sumTotals, type Totals } from '#app/units/memberships/sum-totals.server.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { sightOfUnit } from '#app/units/sight/sight-of.server.ts'

/**
 * How many people a unit had on a day, each counted once, by their main unit: `all` is the sum of `own` and the children.
 * Nobody when it did not stand that day. Null: not this viewer's to see.
 */
export async function totalsOf(viewer: Authority, unitId: string, day: Day, today: Day = day): Promise<Totals | null> {
  const scope = await seenBy(viewer, today)
  return (await sightOfUnit({ ...scope, day }, unitId)) && sumTotals(unitId, day)
}
