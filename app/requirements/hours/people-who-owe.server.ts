import { and, asc, count, eq, exists, gt, gte, inArray, or, type SQL, sql } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { people } from '#app/people/schema.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { mainMemberships, memberships, unitLines } from '#app/units/schema.ts'
import { type Quota, quotaCategories, quotaOn } from '#app/web/settings.ts'

type Asked = { unitId: string; after?: string | undefined }
export type Owing = { personId: string; membershipId: string; sortKey: string }

/** From so many on, a page is found sooner by walking through all names than by sorting theirs. */
export const manyOwe = 10_000

/** How many of a unit, and of what is below it, owe hours by the place they are counted by; at most one more than `manyOwe`. One query. */
export async function countWhoOwe({ unitId }: Asked, day: Day, quotas: readonly Quota[]): Promise<number> {
  const some = db
    .select({ personId: mainMemberships.personId })
    .from(unitLines)
    .innerJoin(mainMemberships, eq(mainMemberships.unitId, unitLines.unitId))
    .where(and(isBelow(unitId, day), owes(day, quotas)))
    .limit(manyOwe + 1)
    .as('some')
  const [row] = await db.select({ people: count().mapWith(Number) }).from(some)
  return row?.people ?? 0
}

/** Who they are, in the order of names: the same whether they are gathered and sorted, or met on a walk. One query. */
export function peopleWhoOwe(
  { unitId, after }: Asked,
  { day, quotas, most, isWalk }: { day: Day; quotas: readonly Quota[]; most: number; isWalk: boolean },
): Promise<Owing[]> {
  if (!isWalk)
    return db
      .select({
        personId: mainMemberships.personId,
        membershipId: mainMemberships.membershipId,
        sortKey: memberships.sortKey,
      })
      .from(unitLines)
      .innerJoin(mainMemberships, eq(mainMemberships.unitId, unitLines.unitId))
      .innerJoin(memberships, eq(memberships.id, mainMemberships.membershipId))
      .where(and(isBelow(unitId, day), owes(day, quotas), following(memberships.sortKey, memberships.personId, after)))
      .orderBy(asc(memberships.sortKey), asc(memberships.personId))
      .limit(most)
  const line = db
    .select({ one: sql`1` })
    .from(unitLines)
    .where(and(isBelow(unitId, day), eq(unitLines.unitId, mainMemberships.unitId)))
  // Sharp edge: of a cross join SQLite reads the table first that is written first.
  return db
    .select({ personId: people.id, membershipId: mainMemberships.membershipId, sortKey: people.sortKey })
    .from(people)
    .crossJoin(mainMemberships)
    .where(
      and(
        eq(mainMemberships.personId, people.id),
        owes(day, quotas),
        exists(line),
        following(people.sortKey, people.id, after),
      ),
    )
    .orderBy(asc(people.sortKey), asc(people.id))
    .limit(most)
}

function isBelow(unitId: string, day: Day): SQL | undefined {
  return and(eq(unitLines.ancestorId, unitId), onDay(unitLines, day))
}

function owes(day: Day, quotas: readonly Quota[]): SQL | undefined {
  const owing = quotaCategories.filter((category) => quotaOn({ quotas: [...quotas] }, category, day))
  return and(onDay(mainMemberships, day), inArray(mainMemberships.category, owing))
}

type Key = typeof memberships.sortKey | typeof people.sortKey
type Id = typeof memberships.personId | typeof people.id

function following(key: Key, id: Id, after: string | undefined): SQL | undefined {
  const [sortKey = '', personId = ''] = after?.split('.') ?? []
  if (sortKey === '') return undefined
  return and(gte(key, sortKey), or(gt(key, sortKey), and(eq(key, sortKey), gt(id, personId))))
}
