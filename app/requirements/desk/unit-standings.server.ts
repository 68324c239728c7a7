import { type Day, dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { headsOf } from '#app/requirements/desk/heads-of.server.ts'
import { namesOn } from '#app/requirements/desk/names-on.server.ts'
import type { RequirementHead } from '#app/requirements/desk/requirement-head.ts'
import { unkeptHere } from '#app/requirements/desk/unkept-here.server.ts'
import { askedIn, type Figure, type Figures } from '#app/requirements/keeping/figures.ts'
import { sumFigures } from '#app/requirements/keeping/sum-figures.server.ts'
import { earlierDay } from '#app/units/period.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { sightOfUnit } from '#app/units/sight/sight-of.server.ts'

export type UnitStandings = {
  unitId: string
  name: string
  /** The day told of: never one to come. */
  day: Day
  requirements: Array<RequirementHead & { figure: Figure }>
  /** Asked of people of the unit, but nobody was counted yet. */
  unkept: RequirementHead[]
  /** Counted by the unit itself, not by one below it. */
  own: Figures
  /** In the order of lists. */
  children: Array<{ unitId: string; name: string; figures: Figures }>
  mayAct: boolean
  /** Names are shown of this day. */
  mayName: boolean
  /** From then on names are shown; null: always. */
  namesFrom: Day | null
}

/**
 * How the people of a unit, and of each unit below it, stood on a day to all that was asked of them, as it was reported.
 * Null: not this viewer's to see. Five queries; seven when figures are summed anew, and one while something is not counted.
 */
export async function unitStandings(
  viewer: Authority,
  { unitId, day }: { unitId: string; day: Day },
  now = new Date(),
): Promise<UnitStandings | null> {
  const scope = await seenBy(viewer, dayOf(now))
  const then = earlierDay(day, scope.day)
  const seen = await sightOfUnit(scope, unitId, undefined, then)
  if (!seen) return null
  const { all, own, children } = await sumFigures(unitId, then)
  const { heads, unkept } = await headsOf(Object.keys(all))
  const names = await namesOn(unitId, then, { withChildren: true })
  const figuresOf = new Map(children.map((child) => [child.unitId, child.figures]))
  return {
    unitId,
    name: names.name,
    day: then,
    requirements: heads.flatMap((head) => withFigure(head, all[head.id], then)),
    unkept: (await unkeptHere(unkept, unitId, then)).map(({ clauses: _, ...head }) => head),
    own,
    children: names.children.map((child) => ({ ...child, figures: figuresOf.get(child.unitId) ?? {} })),
    mayAct: seen.mayAct && then === scope.day,
    mayName: seen.historyFrom === null || then >= seen.historyFrom,
    namesFrom: seen.historyFrom,
  }
}

/** What is over, and asked of nobody any more, is left out. */
function withFigure(head: RequirementHead, figure: Figure | undefined, day: Day) {
  if (!figure || (askedIn(figure) === 0 && head.toDay <= day)) return []
  return [{ ...head, figure }]
}
