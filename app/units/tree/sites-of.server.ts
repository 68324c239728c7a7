import { and, eq, sql } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { plannedOnce } from '#app/db/planned-once.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { unitSites, unitStates } from '#app/units/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'
import type { NamedUnit } from '#app/units/tree/unit-at.server.ts'
import { byTypeAndName } from '#app/units/tree/unit-names.ts'

/**
 * In which communes a unit stands on a day, as far as that is not what stands above it. One query. Decides no permission:
 * who may read the page of the unit may read where it stands.
 */
export async function sitesOf(unitId: string, day: Day): Promise<NamedUnit[]> {
  const rows = await readSites(db, { unitId, day })
  return rows.sort(byTypeAndName).map(({ unitId: id, name }) => ({ unitId: id, name }))
}

const readSites = plannedOnce((reads: Reads) => {
  const [unitId, day] = [sql.placeholder('unitId'), sql.placeholder('day')]
  return reads
    .select({ unitId: unitStates.unitId, name: unitStates.name, type: unitStates.type })
    .from(unitSites)
    .innerJoin(unitStates, eq(unitStates.unitId, unitSites.placeId))
    .where(and(eq(unitSites.unitId, unitId), onDay(unitSites, day), onDay(unitStates, day)))
})
