import { and, eq, isNull } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Authority } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { findPeopleSeen } from '#app/units/sight/find-people-seen.server.ts'
import { isWithinReach } from '#app/units/sight/is-within-reach.server.ts'
import { type PersonToTake, toTakeColumns } from '#app/units/sight/person-to-take.server.ts'

/**
 * Whom one may take into a unit: by name those whom one sees; by the whole user name who belongs nowhere, so that nobody
 * browses people of others. Null: not this actor's to do.
 */
export async function findPeopleToTake(
  who: Authority,
  typed: string,
  now = new Date(),
): Promise<PersonToTake[] | null> {
  const seen = await findPeopleSeen(who, typed, now)
  if (!seen) return null
  const found = seen.map(({ id, fullName, username, birthYear }) => ({ id, fullName, username, birthYear }))
  const username = typed.trim().toLowerCase()
  if (found.some((person) => person.username === username)) return found
  const [free] = await db
    .select(toTakeColumns)
    .from(people)
    .where(and(eq(people.username, username), isNull(people.closedAt)))
  return free && (await isWithinReach(db, who, free.id, now)) ? [free, ...found] : found
}
