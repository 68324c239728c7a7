import { and, asc, eq } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { people } from '#app/people/schema.ts'
import type { StandingsAsked } from '#app/requirements/keeping/listed-standing.ts'
import { type Bounds, firstBy } from '#app/requirements/keeping/standings-by.server.ts'
import { type WayToStandings, waysToStandings } from '#app/requirements/keeping/ways-to-standings.server.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { mainMemberships, memberships, unitStates } from '#app/units/schema.ts'
import type { Scope } from '#app/units/sight/sight.ts'

export type StandingFound = Awaited<ReturnType<typeof withPeople>>[number]

/**
 * The first standings of a list, each with its person, their unit and their post: decides no permission for the unit itself.
 * One query beside those that find the ways.
 */
export async function rowsOfStandings(
  scope: Scope,
  asked: StandingsAsked,
  bounds: Bounds,
  ways?: WayToStandings[],
): Promise<StandingFound[]> {
  const [first, ...others] = ways ?? (await waysToStandings(asked, asked.day === scope.day))
  return first ? withPeople(scope, asked, bounds, [first, ...others]) : []
}

function withPeople(
  scope: Scope,
  asked: StandingsAsked,
  bounds: Bounds,
  [first, ...others]: [WayToStandings, ...WayToStandings[]],
) {
  const by = (way: WayToStandings, place: number) =>
    db.select().from(firstBy(scope, asked, way, bounds).as(`way_${place}`))
  const all = others.reduce((joined, way, place) => joined.unionAll(by(way, place + 1)), by(first, 0).$dynamic())
  const found = all.as('found')
  const { day } = asked
  return db
    .select({
      personId: found.personId,
      fullName: people.fullName,
      birthYear: people.birthYear,
      closedAt: people.closedAt,
      unitId: found.unitId,
      unitName: unitStates.name,
      position: memberships.position,
      requirementId: found.requirementId,
      standing: found.standing,
      dueDay: found.dueDay,
      lateDay: found.lateDay,
      doneDay: found.doneDay,
      exceptionId: found.exceptionId,
      sortKey: found.sortKey,
    })
    .from(found)
    .innerJoin(people, eq(people.id, found.personId))
    .leftJoin(unitStates, and(eq(unitStates.unitId, found.unitId), onDay(unitStates, day)))
    .leftJoin(mainMemberships, and(eq(mainMemberships.personId, found.personId), onDay(mainMemberships, day)))
    .leftJoin(memberships, eq(memberships.id, mainMemberships.membershipId))
    .orderBy(asc(found.sortKey), asc(found.personId), asc(found.requirementId))
    .limit(bounds.most)
}
