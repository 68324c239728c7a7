import { and, asc, eq, or } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { unitStates } from '#app/units/schema.ts'
import { factsOn } from '#app/units/timeline.ts'
import { byTypeAndName } from '#app/units/tree/unit-names.ts'

/**
 * What a unit was called on a day, or last, and if asked what stood directly below it and how that was called, in the order
 * of lists. Decides no permission. One query.
 */
export async function namesOn(unitId: string, day: Day, { withChildren = false } = {}) {
  // By what stands above them, not by their ids: PostgreSQL takes 2.5 ms to plan a query about eighty ids.
  const isChild = withChildren ? and(eq(unitStates.parentId, unitId), onDay(unitStates, day)) : undefined
  const rows = await db
    .select()
    .from(unitStates)
    .where(or(eq(unitStates.unitId, unitId), isChild))
    .orderBy(asc(unitStates.fromDay))
  const own = rows.filter((row) => row.unitId === unitId)
  const children = rows.filter((row) => row.unitId !== unitId).sort(byTypeAndName)
  return {
    name: (factsOn(own, day) ?? own.at(-1))?.name ?? '',
    children: children.map(({ unitId: id, name }) => ({ unitId: id, name })),
  }
}
