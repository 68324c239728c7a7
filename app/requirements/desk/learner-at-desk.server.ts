import { and, eq, isNull } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { type OwnStanding, standingsOf } from '#app/requirements/keeping/standings-of.server.ts'
import { standings } from '#app/requirements/schema.ts'
import type { Standing } from '#app/requirements/standing/standing.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { memberships, unitLines, unitStates } from '#app/units/schema.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import type { Scope } from '#app/units/sight/sight.ts'
import { sightThrough } from '#app/units/sight/sight-of.server.ts'
import { never } from '#app/units/unit.ts'

export type LearnerAtDesk = {
  personId: string
  fullName: string
  birthYear: number | null
  unitName: string
  position: string
  /** An enterprise: whether learning is done, and no more. */
  isBand: boolean
  mayAct: boolean
  /** The first day of the learning that the viewer sees; null: all of it. */
  historyFrom: Day | null
  day: Day
  /** How it was reported that they stand today, by requirement. */
  reported: Record<string, Standing>
}

/** A person of a unit, or of one below it. Null: not there, or not this viewer's to see. Two queries. */
export async function learnerAtDesk(
  viewer: Authority,
  { unitId, personId }: { unitId: string; personId: string },
  now = new Date(),
): Promise<LearnerAtDesk | null> {
  const scope = await seenBy(viewer, dayOf(now))
  const places = await placesOf(scope, personId)
  const seen = sightThrough(scope, places)
  const place = places.find((one) => one.unitId === unitId)
  if (!seen || !place) return null
  const { fullName, birthYear, unitName, position } = place
  const isBand = seen.sight === 'band'
  const mayAct = seen.mayAct && !isBand
  const reported: LearnerAtDesk['reported'] = {}
  for (const { requirementId, standing } of places) if (requirementId && standing) reported[requirementId] = standing
  const shown = { personId, fullName, birthYear, unitName, position, isBand, mayAct }
  return { ...shown, historyFrom: seen.historyFrom, day: scope.day, reported }
}

/** Each unit that a person is in or below today, with the place that says so, and each standing that was reported of them. */
function placesOf({ day }: Scope, personId: string) {
  return db
    .select({
      unitId: unitLines.ancestorId,
      fullName: people.fullName,
      birthYear: people.birthYear,
      unitName: unitStates.name,
      position: memberships.position,
      requirementId: standings.requirementId,
      standing: standings.standing,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(unitLines, eq(unitLines.unitId, memberships.unitId))
    .innerJoin(unitStates, and(eq(unitStates.unitId, memberships.unitId), onDay(unitStates, day)))
    .leftJoin(standings, and(eq(standings.personId, memberships.personId), eq(standings.toDay, never)))
    .where(
      and(eq(memberships.personId, personId), isNull(people.closedAt), onDay(memberships, day), onDay(unitLines, day)),
    )
}

export type LearnerStanding = OwnStanding & {
  /** As it was reported of today; null: nothing was. */
  reported: Standing | null
}

/**
 * How somebody stands today, as the records say and as it was reported; why they are excused is not told to an enterprise.
 * For whoever was shown the person: decides no permission. Seven queries,
 * two where nobody asks anything of them, and one more a generation of units that took over.
 */
export async function learnerStandings({ personId, day, isBand, reported }: LearnerAtDesk): Promise<LearnerStanding[]> {
  const own = (await standingsOf('command-line', personId, day)) ?? []
  return own.map(({ excuse, ...one }) => ({
    ...one,
    excuse: isBand ? null : excuse,
    reported: reported[one.requirement.id] ?? null,
  }))
}
