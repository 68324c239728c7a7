import { comparePeople } from '#app/intake/duplicates/compare-people.server.ts'
import type { Authority } from '#app/people/person.ts'
import { findPeopleSeen } from '#app/units/sight/find-people-seen.server.ts'

/**
 * Two accounts side by side when the other was named by its user name: two people whom no proposal brings together, or of
 * whom somebody once said that they are two. Null: no such other account whom this viewer looks after.
 */
export async function compareWithNamed(who: Authority, id: string, typed: string) {
  const username = typed.trim().toLowerCase()
  const people = await findPeopleSeen(who, username)
  const other = people?.find((person) => person.username === username && person.id !== id)
  return other ? comparePeople(who, id, other.id) : null
}
