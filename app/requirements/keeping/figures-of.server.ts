import { type Day, dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { type SummedFigures, sumFigures } from '#app/requirements/keeping/sum-figures.server.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { sightOfUnit } from '#app/units/sight/sight-of.server.ts'

/** How the people of a unit and of each unit below it stood on a day, as it was reported. Null: not this viewer's to see. */
export async function figuresOf(
  viewer: Authority,
  { unitId, day }: { unitId: string; day: Day },
  now = new Date(),
): Promise<SummedFigures | null> {
  const scope = await seenBy(viewer, dayOf(now))
  return (await sightOfUnit(scope, unitId)) ? sumFigures(unitId, day) : null
}
