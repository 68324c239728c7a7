import type { Day } from '#app/i18n/day.ts'
import { headsOf } from '#app/requirements/desk/heads-of.server.ts'
import { namesOn } from '#app/requirements/desk/names-on.server.ts'
import { toldApart } from '#app/requirements/desk/told-apart.ts'
import { sumFigures } from '#app/requirements/keeping/sum-figures.server.ts'

/**
 * What stands around a list of a unit's people: the unit, and the requirements that anybody of it was asked for on the day,
 * with how many stand how. Decides no permission. Three queries, five when figures are summed anew.
 */
export async function listFrame(unitId: string, day: Day) {
  const { all } = await sumFigures(unitId, day)
  const { heads } = await headsOf(Object.keys(all))
  const { name } = await namesOn(unitId, day)
  return { unitId, name, requirements: toldApart(heads), figures: all }
}
