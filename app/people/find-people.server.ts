import { and, eq, or } from 'drizzle-orm'
import { contactOf } from '#app/people/contact.ts'
import { firstNamed, foundAmong, type Within } from '#app/people/first-named.server.ts'
import { type Authority, mayAdminister, mayManage } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { wordsOf } from '#app/people/words-of.ts'

/**
 * People by words of their name, tones or none, by the beginning of a user name, or by a whole phone number or e-mail; in
 * the order of Vietnamese lists, at most 50. The last word may be begun only. Managers neither see contacts nor find by
 * them, and find only `within` the people they see (units/sight/find-people-seen); without it, nobody.
 * Null: not this actor's to see.
 */
export async function findPeople(manager: Authority, typed: string, within?: Within) {
  if (!mayManage(manager)) return null
  const seesContacts = mayAdminister(manager)
  const contact = seesContacts ? contactOf(typed) : null
  const words = wordsOf(typed)
  if (words === '' || (!seesContacts && within?.seen === undefined)) return []
  if (contact) {
    const isTheirs = or(eq(people.phone, contact.phone ?? ''), eq(people.email, contact.email ?? ''))
    return foundAmong(undefined, and(isTheirs, within?.seen))
  }
  const found = await firstNamed(words, within)
  return seesContacts ? found : found.map((person) => ({ ...person, email: null, phone: null }))
}
