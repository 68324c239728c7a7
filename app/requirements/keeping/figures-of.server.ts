import { type Day, dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { type SummedFigures, sumFigures } from '#app/requirements/keeping/sum-figures.server.ts'
import { earlierDay } from '#app/units/period.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { sightOfUnit } from '#app/units/sight/sight-of.server.ts'

/**
 * How the people whom a unit, and each unit below it, had on a day stood, as it was reported. A day to come is told as today.
 * Null: not this viewer's to see. Three queries, five when it is summed anew.
 */
export async function figuresOf(
  viewer: Authority,
  { unitId, day }: { unitId: string; day: Day },
  now = new Date(),
): Promise<SummedFigures | null> {
  const scope = await seenBy(viewer, dayOf(now))
  const then = earlierDay(day, scope.day)
  return (await sightOfUnit(scope, unitId, undefined, then)) ? sumFigures(unitId, then) : null
}
