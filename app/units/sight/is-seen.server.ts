import { and, asc, type Column, count, eq, exists, inArray, type SQL, sql } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { memberships, unitLines } from '#app/units/schema.ts'
import type { Scope } from '#app/units/sight/sight.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/** "Which rows?": a condition on a column of people's ids, for any query. Undefined: all of them. */
export function isSeen(scope: Scope, personId: Column, reads: Reads = db): SQL | undefined {
  if (scope.isEverything) return undefined
  if (scope.grants.length === 0) return sql`1 = 0`
  const seen = reads
    .select({ one: sql`1` })
    .from(memberships)
    .innerJoin(unitLines, eq(unitLines.unitId, memberships.unitId))
    .where(and(eq(memberships.personId, personId), onDay(memberships, scope.day), isBelow(scope)))
  return exists(seen)
}

/** Of so few people it is cheaper to gather them all than to ask of each of a province whether they are seen. */
const few = 6_000

/** Whether somebody sees few people: the manager of a commune, not of a province. At most one query. */
export async function seesFew(scope: Scope): Promise<boolean> {
  if (scope.isEverything) return false
  if (scope.grants.length === 0) return true
  const some = everySeen(scope).limit(few).as('some')
  const [row] = await db.select({ count: count().mapWith(Number) }).from(some)
  return (row?.count ?? 0) < few
}

/** As isSeen, as the ids of those who are seen: all, or the first in the order of lists. To be asked when they are few. */
export function firstSeen(scope: Scope, most?: number) {
  const all = everySeen(scope)
  return most === undefined ? all : all.orderBy(asc(memberships.sortKey), asc(memberships.personId)).limit(most)
}

function everySeen(scope: Scope) {
  return db
    .select({ personId: memberships.personId })
    .from(unitLines)
    .innerJoin(memberships, eq(memberships.unitId, unitLines.unitId))
    .where(and(isBelow(scope), onDay(memberships, scope.day)))
    .$dynamic()
}

/** The same for a column of units' ids: those that stand in the subtree of a role on the day. */
export function isUnitSeen(scope: Scope, unitId: Column, reads: Reads = db): SQL | undefined {
  if (scope.isEverything) return undefined
  if (scope.grants.length === 0) return sql`1 = 0`
  const seen = reads
    .select({ one: sql`1` })
    .from(unitLines)
    .where(and(eq(unitLines.unitId, unitId), isBelow(scope)))
  return exists(seen)
}

/** And for those that stand above such a role: their names show where one is. */
export function isAboveSeen({ grants, day }: Scope, unitId: Column, reads: Reads = db): SQL {
  const units = [...new Set(grants.map((grant) => grant.unitId))]
  if (units.length === 0) return sql`1 = 0`
  const above = reads
    .select({ one: sql`1` })
    .from(unitLines)
    .where(and(eq(unitLines.ancestorId, unitId), inArray(unitLines.unitId, units), onDay(unitLines, day)))
  return exists(above)
}

function isBelow({ grants, day }: Scope) {
  const units = [...new Set(grants.map(({ unitId }) => unitId))]
  return and(inArray(unitLines.ancestorId, units), onDay(unitLines, day))
}
