import { inArray } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Side } from '#app/intake/duplicates/duplicate.ts'
import { people } from '#app/people/schema.ts'

/** What a comparison shows first of each of these accounts, by id. Whoever asks has decided that they are seen. One query. */
export async function sidesOf(ids: string[]): Promise<Map<string, Side>> {
  const rows = await db
    .select({
      id: people.id,
      username: people.username,
      fullName: people.fullName,
      birthYear: people.birthYear,
      createdAt: people.createdAt,
    })
    .from(people)
    .where(inArray(people.id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}
