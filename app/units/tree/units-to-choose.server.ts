import { and, asc } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { unitStates } from '#app/units/schema.ts'
import { isUnitSeen } from '#app/units/sight/is-seen.server.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { byTypeAndName } from '#app/units/tree/unit-names.ts'

/** So many fit into one list to choose from. */
const mostListed = 60

export type UnitChoice = { unitId: string; name: string }

/**
 * The units that one may act for today, in the order of lists, when they are few enough to choose from; else empty, and
 * one is typed. Two queries at most.
 */
export async function unitsToChoose(who: Authority, now = new Date()): Promise<UnitChoice[]> {
  const scope = await seenBy(who, dayOf(now))
  const acting = { ...scope, grants: scope.grants.filter(({ mayAct }) => mayAct) }
  const rows = await db
    .select({ unitId: unitStates.unitId, name: unitStates.name, type: unitStates.type })
    .from(unitStates)
    .where(and(onDay(unitStates, scope.day), isUnitSeen(acting, unitStates.unitId)))
    .orderBy(asc(unitStates.unitId))
    .limit(mostListed + 1)
  if (rows.length > mostListed) return []
  return rows.sort(byTypeAndName).map(({ unitId, name }) => ({ unitId, name }))
}
