import { and, eq } from 'drizzle-orm'
import { dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { memberships } from '#app/units/schema.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { sightOf } from '#app/units/sight/sight-of.server.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/** Whether somebody may take a person into a unit of theirs: whom they see today, and who belongs nowhere today. */
export async function isWithinReach(reads: Reads, who: Authority, personId: string, now: Date): Promise<boolean> {
  const today = dayOf(now)
  if (await sightOf(await seenBy(who, today, reads), personId, reads)) return true
  const [any] = await reads
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.personId, personId), onDay(memberships, today)))
    .limit(1)
  return any === undefined
}
