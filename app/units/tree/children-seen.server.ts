import { and, eq, sql } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { unitStates } from '#app/units/schema.ts'
import { isOpenTo } from '#app/units/sight/is-open-to.ts'
import type { Scope } from '#app/units/sight/sight.ts'
import type { Reads } from '#app/units/timelines.server.ts'
import { byTypeAndName } from '#app/units/tree/unit-names.ts'

/**
 * What stood directly below a unit on a day, as lists have it: all of it for whoever sees the unit, public bodies for
 * others. One query.
 */
export async function childrenSeen(
  scope: Scope,
  { unitId, day, isSeen }: { unitId: string; day: Day; isSeen: boolean },
) {
  const rows = await readChildren(db, { unitId, day })
  return rows.filter((row) => isSeen || isOpenTo(scope, [row])).sort(byTypeAndName)
}

const readChildren = statement((reads: Reads) =>
  reads
    .select({ unitId: unitStates.unitId, name: unitStates.name, type: unitStates.type, code: unitStates.code })
    .from(unitStates)
    .where(and(eq(unitStates.parentId, sql.placeholder('unitId')), onDay(unitStates, sql.placeholder('day')))),
)
