import { and, gt, inArray } from 'drizzle-orm'
import type { Day } from '#app/i18n/day.ts'
import { unitLines } from '#app/units/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/** Which of some units stand below (or are) one of others on that day or later. */
export async function standBelow(reads: Reads, units: readonly string[], above: readonly string[], fromDay: Day) {
  if (units.length === 0 || above.length === 0) return []
  const rows = await reads
    .selectDistinct({ unitId: unitLines.unitId })
    .from(unitLines)
    .where(
      and(
        inArray(unitLines.unitId, [...units]),
        inArray(unitLines.ancestorId, [...above]),
        gt(unitLines.toDay, fromDay),
      ),
    )
  return rows.map(({ unitId }) => unitId)
}
