import { and, eq, gt } from 'drizzle-orm'
import type { Day } from '#app/i18n/day.ts'
import { memberships } from '#app/units/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/** Somebody belongs to the unit itself on that day or later. */
export async function hasPeople(reads: Reads, unitId: string, day: Day): Promise<boolean> {
  const [one] = await reads
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.unitId, unitId), gt(memberships.toDay, day)))
    .limit(1)
  return one !== undefined
}
