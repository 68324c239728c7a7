import { and, asc, eq, gt, isNull, lt, notExists, or, sql } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { type Day, startOf } from '#app/i18n/day.ts'
import { type Authority, mayAdminister } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { memberships } from '#app/units/schema.ts'

const onPage = 50

/**
 * Accounts that belonged to no unit at the end of a day: citizens who came by themselves, and whoever left their last unit.
 * In the order of lists, 50 a page. Null: not this viewer's.
 */
export async function peopleWithoutUnit(viewer: Authority, day: Day, after?: string | null) {
  if (!mayAdminister(viewer)) return null
  const end = new Date(startOf(day).getTime() + 24 * 60 * 60_000)
  const anywhere = db
    .select({ one: sql`1` })
    .from(memberships)
    .where(and(eq(memberships.personId, people.id), onDay(memberships, day)))
  const [sortKey = '', id = ''] = after?.split('.') ?? []
  const rows = await db
    .select({ personId: people.id, fullName: people.fullName, birthYear: people.birthYear, sortKey: people.sortKey })
    .from(people)
    .where(
      and(
        lt(people.createdAt, end),
        isNull(people.closedAt),
        notExists(anywhere),
        after ? or(gt(people.sortKey, sortKey), and(eq(people.sortKey, sortKey), gt(people.id, id))) : undefined,
      ),
    )
    .orderBy(asc(people.sortKey), asc(people.id))
    .limit(onPage + 1)
  const shown = rows.slice(0, onPage)
  const last = shown.at(-1)
  return {
    people: shown.map(({ sortKey: _, ...person }) => person),
    next: rows.length > onPage && last ? `${last.sortKey}.${last.personId}` : null,
  }
}
