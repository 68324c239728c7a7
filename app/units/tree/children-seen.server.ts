import { and, eq } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { unitStates } from '#app/units/schema.ts'
import { isOpenTo } from '#app/units/sight/is-open-to.ts'
import type { Scope } from '#app/units/sight/sight.ts'
import { byTypeAndName } from '#app/units/tree/unit-names.ts'

/**
 * What stood directly below a unit on a day, as lists have it: all of it for whoever sees the unit, public bodies for
 * others. One query.
 */
export async function childrenSeen(
  scope: Scope,
  { unitId, day, isSeen }: { unitId: string; day: Day; isSeen: boolean },
) {
  const rows = await db
    .select({ unitId: unitStates.unitId, name: unitStates.name, type: unitStates.type, code: unitStates.code })
    .from(unitStates)
    .where(and(eq(unitStates.parentId, unitId), onDay(unitStates, day)))
  return rows.filter((row) => isSeen || isOpenTo(scope, [row])).sort(byTypeAndName)
}
