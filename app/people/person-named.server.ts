import { and, eq, isNull } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { type Authority, mayAdminister } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { normaliseUsername } from '#app/people/username.ts'

/** Whoever has exactly this user name. Null: nobody, or not this actor's to see. */
export async function personNamed(admin: Authority, username: string) {
  if (!mayAdminister(admin)) return null
  const [person] = await db
    .select({ id: people.id, username: people.username, fullName: people.fullName, role: people.role })
    .from(people)
    .where(and(eq(people.username, normaliseUsername(username) ?? ''), isNull(people.closedAt)))
  return person ?? null
}
