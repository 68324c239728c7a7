import type { Day } from '#app/i18n/day.ts'
import { goesOnIn, isBelow } from '#app/requirements/asking/goes-on-in.ts'
import type { Clause } from '#app/requirements/requirement.ts'
import type { Tree } from '#app/requirements/standing/audience.ts'

/** Whether a clause means people of a unit, or of one below it, on a day. The tree knows both. */
export function touches({ unitId: meant, withBelow }: Clause, unitId: string, tree: Tree, day: Day): boolean {
  return goesOnIn(meant, tree, day).some(
    (there) =>
      there === unitId || isBelow(there, unitId, tree, day) || (withBelow && isBelow(unitId, there, tree, day)),
  )
}
