import { eq } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Authority } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { type Held, heldColumns } from '#app/units/memberships/held.server.ts'
import { memberships } from '#app/units/schema.ts'
import { mayActFor } from '#app/units/sight/may-act-for.server.ts'
import { timelinesOf } from '#app/units/timelines.server.ts'

export type MembershipActedFor = Held & {
  fullName: string
  birthYear: number | null
  /** As last decreed: the place may have ended. */
  unitName: string
}

/** A person's place in a unit that one may act for. Null: not there, or not this actor's. Five queries at most. */
export async function membershipActedFor(
  who: Authority,
  membershipId: string,
  now = new Date(),
): Promise<MembershipActedFor | null> {
  const [row] = await db
    .select({ held: heldColumns, fullName: people.fullName, birthYear: people.birthYear })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(eq(memberships.id, membershipId))
  if (!row || !(await mayActFor(db, who, [row.held.unitId], now))) return null
  const states = (await timelinesOf(db, [row.held.unitId])).get(row.held.unitId)
  return { ...row.held, fullName: row.fullName, birthYear: row.birthYear, unitName: states?.at(-1)?.name ?? '' }
}
