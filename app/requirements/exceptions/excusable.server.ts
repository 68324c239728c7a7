import { and, asc, eq, gt, inArray, isNotNull, or } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import { type Authority, isSelf } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { requirements, standings } from '#app/requirements/schema.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { mainMemberships, unitStates } from '#app/units/schema.ts'
import { lookedAfter } from '#app/units/sight/looked-after.server.ts'
import { never } from '#app/units/unit.ts'

export type Excusable = {
  /** In the order of lists. */
  people: Array<{ id: string; fullName: string; unitName: string | null }>
  /** What is noted to be asked of any of them, and the one that was named. */
  requirements: Array<{ id: string; title: string }>
}

/** Of chosen people (at most 500) those about whom one may decide, and from what they may be excused. Four queries. */
export async function excusable(
  manager: Authority,
  personIds: readonly string[],
  requirementId: string | null,
  now = new Date(),
): Promise<Excusable> {
  const mine = await lookedAfter(manager, personIds, now)
  const ids = [...mine].filter((id) => !isSelf(manager, id))
  if (ids.length === 0) return { people: [], requirements: [] }
  return { people: await namesOf(ids, dayOf(now)), requirements: await askedOf(ids, requirementId, dayOf(now)) }
}

function namesOf(ids: string[], today: Day) {
  return db
    .select({ id: people.id, fullName: people.fullName, unitName: unitStates.name })
    .from(people)
    .leftJoin(mainMemberships, and(eq(mainMemberships.personId, people.id), onDay(mainMemberships, today)))
    .leftJoin(unitStates, and(eq(unitStates.unitId, mainMemberships.unitId), onDay(unitStates, today)))
    .where(inArray(people.id, ids))
    .orderBy(asc(people.sortKey), asc(people.id))
}

function askedOf(ids: string[], requirementId: string | null, today: Day) {
  const noted = db
    .select({ id: standings.requirementId })
    .from(standings)
    .where(and(inArray(standings.personId, ids), eq(standings.toDay, never)))
  return db
    .select({ id: requirements.id, title: requirements.title })
    .from(requirements)
    .where(
      and(
        or(inArray(requirements.id, noted), eq(requirements.id, requirementId ?? '')),
        isNotNull(requirements.publishedAt),
        gt(requirements.toDay, today),
      ),
    )
    .orderBy(asc(requirements.title), asc(requirements.id))
}
