import { and, asc, eq, gt } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { type Authority, mayAdminister } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { memberships } from '#app/units/schema.ts'
import { timelinesOf } from '#app/units/timelines.server.ts'
import { childrenFrom } from '#app/units/tree/children-from.server.ts'

/** One form carries so many; the others wait for a place. */
const mostSplit = 300

/** Whom and what a split has to place: people in the unit itself from today on, and the units directly below. Null: not this actor's. */
export async function splitList(who: Authority, unitId: string, now = new Date()) {
  if (!mayAdminister(who)) return null
  const today = dayOf(now)
  const rows = await db
    .selectDistinct({ id: people.id, name: people.fullName, birthYear: people.birthYear, sortKey: people.sortKey })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.unitId, unitId), gt(memberships.toDay, today)))
    .orderBy(asc(people.sortKey), asc(people.id))
    .limit(mostSplit + 1)
  const below = await childrenFrom(db, unitId, today)
  const timelines = await timelinesOf(db, below)
  return {
    people: rows.slice(0, mostSplit).map(({ sortKey: _, ...person }) => person),
    isCut: rows.length > mostSplit,
    children: below.map((id) => ({ id, name: timelines.get(id)?.at(-1)?.name ?? '' })),
  }
}
