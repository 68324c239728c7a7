import { desc, eq } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Authority } from '#app/people/person.ts'
import { aliases, merges, people } from '#app/people/schema.ts'
import { mayReadIdentityNumber } from '#app/units/identity-numbers/may-read-identity-number.server.ts'

/** The accounts that lead to a person's, newest merge first. Null: not this viewer's to see. */
export async function mergesInto(viewer: Authority, personId: string, now = new Date()) {
  if (!(await mayReadIdentityNumber(viewer, personId, now))) return null
  return db
    .select({ mergeId: merges.id, username: people.username, at: merges.at, reason: merges.reason })
    .from(aliases)
    .innerJoin(merges, eq(merges.id, aliases.mergeId))
    .innerJoin(people, eq(people.id, aliases.personId))
    .where(eq(aliases.keptId, personId))
    .orderBy(desc(merges.at))
}
