import { eq } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { rolesToGive } from '#app/units/roles/may-appoint.server.ts'
import { roleHoldings } from '#app/units/schema.ts'
import { timelinesOf } from '#app/units/timelines.server.ts'

/** A role that somebody holds, for whoever may take it back. Null: not there, or not this actor's. Four queries. */
export async function holdingActedFor(who: Authority, holdingId: string, now = new Date()) {
  const { id, unitId, role, fromDay, toDay } = roleHoldings
  const [held] = await db
    .select({ id, unitId, role, fromDay, toDay, fullName: people.fullName, birthYear: people.birthYear })
    .from(roleHoldings)
    .innerJoin(people, eq(people.id, roleHoldings.personId))
    .where(eq(roleHoldings.id, holdingId))
  if (!held || !(await rolesToGive(db, who, held.unitId, dayOf(now))).includes(held.role)) return null
  const states = (await timelinesOf(db, [held.unitId])).get(held.unitId)
  return { ...held, unitName: states?.at(-1)?.name ?? '' }
}
