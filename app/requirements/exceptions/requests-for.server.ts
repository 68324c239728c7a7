import { and, asc, eq, sql } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { aliases, people } from '#app/people/schema.ts'
import { isAskedIn } from '#app/requirements/exceptions/is-asked-in.server.ts'
import type { OpenRequest } from '#app/requirements/exceptions/open-request.ts'
import { exceptions, requirements, standings } from '#app/requirements/schema.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { mainMemberships, memberships, unitStates } from '#app/units/schema.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { sightOfUnit } from '#app/units/sight/sight-of.server.ts'
import { never } from '#app/units/unit.ts'

export type OpenRequests = { requests: OpenRequest[]; hasMore: boolean }

const mostShown = 50

/**
 * What people of a unit and below ask for and nobody decided, oldest first, at most 50: decide these and the next follow.
 * One's own is not among them. Null: not this viewer's to decide. Three queries.
 */
export async function requestsFor(viewer: Authority, unitId: string, now = new Date()): Promise<OpenRequests | null> {
  const today = dayOf(now)
  const seen = await sightOfUnit(await seenBy(viewer, today), unitId)
  if (!seen?.mayAct || seen.sight === 'band') return null
  const rows = await db
    .select({
      id: exceptions.id,
      personId: people.id,
      fullName: people.fullName,
      unitName: unitStates.name,
      position: memberships.position,
      kind: exceptions.kind,
      title: requirements.title,
      dueDay: standings.dueDay,
      askedDay: exceptions.dueDay,
      toDay: exceptions.toDay,
      reason: exceptions.reason,
      documentNumber: exceptions.documentNumber,
      askedAt: exceptions.askedAt,
    })
    .from(exceptions)
    .leftJoin(aliases, eq(aliases.personId, exceptions.personId))
    .innerJoin(people, eq(people.id, sql`coalesce(${aliases.keptId}, ${exceptions.personId})`))
    .leftJoin(requirements, eq(requirements.id, exceptions.requirementId))
    .leftJoin(mainMemberships, and(eq(mainMemberships.personId, people.id), onDay(mainMemberships, today)))
    .leftJoin(memberships, eq(memberships.id, mainMemberships.membershipId))
    .leftJoin(unitStates, and(eq(unitStates.unitId, mainMemberships.unitId), onDay(unitStates, today)))
    .leftJoin(standings, isNoted())
    .where(isAskedIn(viewer, sql`${people.id}`, unitId, today))
    .orderBy(asc(exceptions.askedAt), asc(exceptions.id))
    .limit(mostShown + 1)
  return { requests: rows.slice(0, mostShown), hasMore: rows.length > mostShown }
}

/** How the person stands now to what the request is about, as it was noted. */
function isNoted() {
  const { requirementId, personId, toDay } = standings
  return and(eq(requirementId, exceptions.requirementId), eq(personId, people.id), eq(toDay, never))
}
