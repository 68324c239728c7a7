import { eq } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { memberships } from '#app/units/schema.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { sightOfUnit } from '#app/units/sight/sight-of.server.ts'

/** Whether somebody sees the people of the unit that a place is in, today. */
export async function mayKnowMembership(viewer: Authority, membershipId: string, now = new Date()): Promise<boolean> {
  const [held] = await db
    .select({ unitId: memberships.unitId })
    .from(memberships)
    .where(eq(memberships.id, membershipId))
  if (!held) return false
  return (await sightOfUnit(await seenBy(viewer, dayOf(now)), held.unitId)) !== null
}
