import { and, asc, eq, inArray, or } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { unitStates } from '#app/units/schema.ts'
import { factsOn } from '#app/units/timeline.ts'
import { byTypeAndName } from '#app/units/tree/unit-names.ts'

/**
 * What a unit was called on a day, or last, and what those below it were called, in the order of lists. Decides no
 * permission. One query.
 */
export async function namesOn(unitId: string, childIds: readonly string[], day: Day) {
  const rows = await db
    .select()
    .from(unitStates)
    .where(or(eq(unitStates.unitId, unitId), and(inArray(unitStates.unitId, [...childIds]), onDay(unitStates, day))))
    .orderBy(asc(unitStates.fromDay))
  const own = rows.filter((row) => row.unitId === unitId)
  const children = rows.filter((row) => row.unitId !== unitId).sort(byTypeAndName)
  return {
    name: (factsOn(own, day) ?? own.at(-1))?.name ?? '',
    children: children.map(({ unitId: id, name }) => ({ unitId: id, name })),
  }
}
