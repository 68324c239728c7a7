import { eq } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Authority } from '#app/people/person.ts'
import { roleHoldings } from '#app/units/schema.ts'
import { mayActFor } from '#app/units/sight/may-act-for.server.ts'

/** Whether somebody is shown who answers for the unit of a role: whoever acts for the unit, as on its page of roles. */
export async function mayKnowHolding(viewer: Authority, holdingId: string, now = new Date()): Promise<boolean> {
  const [held] = await db
    .select({ unitId: roleHoldings.unitId })
    .from(roleHoldings)
    .where(eq(roleHoldings.id, holdingId))
  return held !== undefined && mayActFor(db, viewer, [held.unitId], now)
}
