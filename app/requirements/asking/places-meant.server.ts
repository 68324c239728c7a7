import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, eq, inArray } from 'drizzle-orm'
import type { Day } from '#app/i18n/day.ts'
import { fold } from '#app/i18n/fold.ts'
import type { RequirementRow } from '#app/requirements/asking/own-requirement.server.ts'
import { treeOf } from '#app/requirements/keeping/tree-of.server.ts'
import { boundPeriods, type Place, type Tree } from '#app/requirements/standing/audience.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { covers } from '#app/units/period.ts'
import { memberships, unitLines } from '#app/units/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/** Of so many units it is read at once what stands above them. */
const unitsAtOnce = 50

export type SomeMeant = { personIds: string[]; unitsDone: number; units: number }

/** The people with a place on a day that the clauses of a requirement mean, unit by unit; who has two may come twice. */
export async function* placesMeant(reads: Reads, requirement: RequirementRow, day: Day): AsyncGenerator<SomeMeant> {
  const unitIds = await unitsMeant(reads, requirement, day)
  const named = requirement.clauses.map(({ unitId }) => unitId)
  for (let at = 0; at < unitIds.length; at += unitsAtOnce) {
    const some = unitIds.slice(at, at + unitsAtOnce)
    const tree = await treeOf(reads, [...some, ...named])
    // A commune has thousands of people, an office ten: others have their turn after each.
    for (const [place, unitId] of some.entries()) {
      const places = await placesIn(reads, unitId, requirement, day)
      const personIds = meantOn(requirement, places, tree, day)
      yield { personIds, unitsDone: at + place + 1, units: unitIds.length }
      await nextTurn()
    }
  }
}

type PlaceOfPerson = Place & { personId: string }

/** Whose places, positions as they were written, a requirement means on a day; who has two comes twice. */
export function meantOn(requirement: RequirementRow, places: readonly PlaceOfPerson[], tree: Tree, day: Day): string[] {
  // Most ask for no position, and to fold one takes as long as all the rest.
  const arePositionsAsked = requirement.clauses.some(({ positions }) => positions.length > 0)
  return places
    .map((place) => (arePositionsAsked ? { ...place, position: fold(place.position) } : place))
    .filter((place) => boundPeriods(requirement, { places: [place], named: [] }, tree).some((one) => covers(one, day)))
    .map(({ personId }) => personId)
}

async function unitsMeant(reads: Reads, { clauses }: RequirementRow, day: Day): Promise<string[]> {
  const whole = clauses.filter(({ withBelow }) => withBelow).map(({ unitId }) => unitId)
  const below = await reads
    .selectDistinct({ unitId: unitLines.unitId })
    .from(unitLines)
    .where(and(inArray(unitLines.ancestorId, whole), onDay(unitLines, day)))
  return [...new Set([...below, ...clauses].map(({ unitId }) => unitId))]
}

/** Only of the categories that are asked, where all clauses say which: most people of a province are none of them. */
function placesIn(reads: Reads, unit: string, { clauses }: RequirementRow, day: Day) {
  const { personId, unitId, originId, category, position, fromDay, toDay } = memberships
  const asked = clauses.every(({ categories }) => categories.length > 0)
    ? inArray(
        category,
        clauses.flatMap(({ categories }) => categories),
      )
    : undefined
  return reads
    .select({ personId, unitId, originId, category, position, fromDay, toDay })
    .from(memberships)
    .where(and(eq(unitId, unit), onDay(memberships, day), asked))
}
