import { and, eq } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { unitStates } from '#app/units/schema.ts'
import { isOpenTo } from '#app/units/sight/is-open-to.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import type { Scope } from '#app/units/sight/sight.ts'
import { sightOfUnit } from '#app/units/sight/sight-of.server.ts'
import { byTypeAndName } from '#app/units/tree/unit-names.ts'

/** What stood directly below a unit on a day, as lists have it: all of it for whoever sees the unit, public bodies for others. */
export async function childrenAt(viewer: Authority, unitId: string, day: Day, today: Day = day) {
  const scope = await seenBy(viewer, today)
  const isSeen = (await sightOfUnit({ ...scope, day }, unitId)) !== null
  return childrenSeen(scope, { unitId, day, isSeen })
}

/** The same for whoever has this scope, and sees the unit or not. One query. */
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
