import { and, eq, isNull } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { type Authority, mayManage } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'

/** Whom an administrator or a manager looks after, without contacts. Null: not there, or not this actor's to see. */
export async function personById(manager: Authority, personId: string) {
  if (!mayManage(manager)) return null
  const [person] = await db
    .select({
      id: people.id,
      username: people.username,
      fullName: people.fullName,
      role: people.role,
      birthYear: people.birthYear,
    })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.closedAt)))
  return person ?? null
}
