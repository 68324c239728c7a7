import { and, asc, eq, isNull, like, or, type SQL } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { fold } from '#app/i18n/fold.ts'
import { contactOf } from '#app/people/contact.ts'
import { tidyName } from '#app/people/name.ts'
import { type Authority, mayAdminister, mayManage } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'

const mostShown = 50

/**
 * People by a part of their name, tones or none, by the beginning of a user name, or by a whole phone number or e-mail;
 * in the order of Vietnamese lists, at most 50. Managers neither see contacts nor find by them, and find only `within`
 * the people they see (units/find-people-seen); without it, nobody.
 * Null: not this actor's to see.
 */
export async function findPeople(manager: Authority, typed: string, within?: SQL) {
  if (!mayManage(manager)) return null
  const seesContacts = mayAdminister(manager)
  const contact = seesContacts ? contactOf(typed) : null
  const words = fold(tidyName(typed.slice(0, 200)).replace(/[%_\\]/g, '')).trim()
  if (words === '' || (!seesContacts && within === undefined)) return []
  const fitting = contact
    ? or(eq(people.phone, contact.phone ?? ''), eq(people.email, contact.email ?? ''))
    : or(like(people.folded, `%${words}%`), like(people.username, `${words}%`))
  const found = await db
    .select({
      id: people.id,
      username: people.username,
      fullName: people.fullName,
      role: people.role,
      birthYear: people.birthYear,
      email: people.email,
      phone: people.phone,
      createdAt: people.createdAt,
    })
    .from(people)
    .where(and(fitting, isNull(people.closedAt), within))
    .orderBy(asc(people.sortKey), asc(people.id))
    .limit(mostShown)
  return seesContacts ? found : found.map((person) => ({ ...person, email: null, phone: null }))
}
