import { and, asc, eq } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { people } from '#app/people/schema.ts'
import type { StandingsAsked } from '#app/requirements/keeping/listed-standing.ts'
import { type Bounds, firstBy } from '#app/requirements/keeping/standings-by.server.ts'
import { type WayToStandings, wayToStandings } from '#app/requirements/keeping/way-to-standings.server.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { mainMemberships, memberships, unitStates } from '#app/units/schema.ts'
import type { Scope } from '#app/units/sight/sight.ts'

export type StandingFound = Awaited<ReturnType<typeof withPeople>>[number]

/**
 * The first standings of a list, each with its person, their unit and their post: decides no permission for the unit itself.
 * One query beside those that find the way.
 */
export async function rowsOfStandings(
  scope: Scope,
  asked: StandingsAsked,
  bounds: Bounds,
  way?: WayToStandings,
): Promise<StandingFound[]> {
  const chosen = way ?? (await wayToStandings(asked))
  return chosen ? withPeople(scope, asked, bounds, chosen) : []
}

function withPeople(scope: Scope, asked: StandingsAsked, bounds: Bounds, way: WayToStandings) {
  const found = firstBy(scope, asked, way, bounds).as('found')
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
