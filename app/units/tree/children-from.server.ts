import { and, eq, gt } from 'drizzle-orm'
import type { Day } from '#app/i18n/day.ts'
import { unitStates } from '#app/units/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/** What stands directly below a unit on that day or later. */
export async function childrenFrom(reads: Reads, unitId: string, day: Day): Promise<string[]> {
  const rows = await reads
    .selectDistinct({ unitId: unitStates.unitId })
    .from(unitStates)
    .where(and(eq(unitStates.parentId, unitId), gt(unitStates.toDay, day)))
  return rows.map((row) => row.unitId)
}
