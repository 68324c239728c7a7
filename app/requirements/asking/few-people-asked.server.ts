import { and, eq, inArray, or } from 'drizzle-orm'
import type { Day } from '#app/i18n/day.ts'
import { type AskedPerson, askedPeople } from '#app/requirements/asking/asked-people.server.ts'
import { type Asking, asIfPublished } from '#app/requirements/asking/people-asked.server.ts'
import { meantOn } from '#app/requirements/asking/places-meant.server.ts'
import type { Clause } from '#app/requirements/requirement.ts'
import type { Tree } from '#app/requirements/standing/audience.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { memberships, unitLines } from '#app/units/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/** So many places are looked through while somebody waits, and so many people found in them told of. */
const mostPlaces = 2_000
const mostPeople = 500

/**
 * The same people as `peopleAsked`, all at once, where they are few among few: four queries at most. Null: too many. The tree
 * knows the units of the clauses.
 */
export async function fewPeopleAsked(
  reads: Reads,
  { requirement, named }: Asking,
  tree: Tree,
  day: Day,
): Promise<AskedPerson[] | null> {
  const asked = asIfPublished(requirement, day)
  const rows = requirement.clauses.length === 0 ? [] : await placesBelow(reads, requirement.clauses, day)
  if (rows.length > mostPlaces) return null
  const placed = meantOn(
    asked,
    rows.map(({ place }) => place),
    withLines(tree, rows),
    day,
  )
  const personIds = [...new Set([...named, ...placed])]
  return personIds.length > mostPeople ? null : askedPeople(reads, asked, personIds, day)
}

/** Places on a day in units that stand below those of the clauses, or are those; one more than are looked through. */
function placesBelow(reads: Reads, clauses: readonly Clause[], day: Day) {
  const { personId, unitId, originId, category, position, fromDay, toDay } = memberships
  const { ancestorId, depth } = unitLines
  const whole = clauses.filter(({ withBelow }) => withBelow).map((clause) => clause.unitId)
  const alone = clauses.filter(({ withBelow }) => !withBelow).map((clause) => clause.unitId)
  const isMeant = or(inArray(ancestorId, whole), and(inArray(ancestorId, alone), eq(depth, 0)))
  return reads
    .select({
      place: { personId, unitId, originId, category, position, fromDay, toDay },
      line: { ancestorId, depth, fromDay: unitLines.fromDay, toDay: unitLines.toDay },
    })
    .from(unitLines)
    .innerJoin(memberships, eq(unitId, unitLines.unitId))
    .where(and(isMeant, onDay(unitLines, day), onDay(memberships, day)))
    .limit(mostPlaces + 1)
}

type Row = Awaited<ReturnType<typeof placesBelow>>[number]

/** Of the units that people were found in, what was found to stand above them; of those that the tree knows, all of it. */
function withLines({ lines, heirs }: Tree, rows: readonly Row[]): Tree {
  const found = new Map<string, Map<string, Row['line']>>()
  for (const { place, line } of rows) {
    const above = found.get(place.unitId)
    if (above) above.set(line.ancestorId, line)
    else found.set(place.unitId, new Map([[line.ancestorId, line]]))
  }
  const above = [...found].map(([unitId, ancestors]) => [unitId, [...ancestors.values()]] as const)
  return { lines: new Map([...above, ...lines]), heirs }
}
