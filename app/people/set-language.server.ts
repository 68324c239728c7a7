import { eq } from 'drizzle-orm'
import { write } from '#app/db/db.server.ts'
import type { Actor } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'

/** The language of the letters that a person gets. */
export async function setLanguage(person: Actor, language: 'vi' | 'en'): Promise<void> {
  await write((tx) => tx.update(people).set({ language }).where(eq(people.id, person.id)))
}
