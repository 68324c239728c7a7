import { and, eq, isNull } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Actor } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'

/** What the account page shows of oneself. Null: no such account. */
export async function profileOf(person: Actor) {
  const [row] = await db
    .select({
      username: people.username,
      fullName: people.fullName,
      role: people.role,
      email: people.email,
      phone: people.phone,
      birthYear: people.birthYear,
      guardianName: people.guardianName,
      language: people.language,
      createdAt: people.createdAt,
    })
    .from(people)
    .where(and(eq(people.id, person.id), isNull(people.closedAt)))
  return row ?? null
}
