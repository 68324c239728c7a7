import { and, eq } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { unitStates } from '#app/units/schema.ts'

/** What stood directly below a unit on a day, in the order of ids, whoever asks: decides no permission. */
export async function childrenOf(unitId: string, day: Day): Promise<string[]> {
  const rows = await db
    .select({ unitId: unitStates.unitId })
    .from(unitStates)
    .where(and(eq(unitStates.parentId, unitId), onDay(unitStates, day)))
  return rows.map((child) => child.unitId).sort()
}
