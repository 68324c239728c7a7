import { and, eq, isNull } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Authority } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { isWithinReach } from '#app/units/sight/is-within-reach.server.ts'

export type PersonToTake = { id: string; fullName: string; username: string; birthYear: number | null }

export const toTakeColumns = {
  id: people.id,
  fullName: people.fullName,
  username: people.username,
  birthYear: people.birthYear,
}

/** Somebody whom one sees or who belongs nowhere, by id. Null: not there, or not within this actor's reach. */
export async function personToTake(who: Authority, personId: string, now = new Date()): Promise<PersonToTake | null> {
  const [person] = await db
    .select(toTakeColumns)
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.closedAt)))
  return person && (await isWithinReach(db, who, personId, now)) ? person : null
}
