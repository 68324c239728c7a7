import { and, asc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { contains } from '#app/db/contains.server.ts'
import { db } from '#app/db/db.server.ts'
import { startsWith } from '#app/db/starts-with.server.ts'
import { fold } from '#app/i18n/fold.ts'
import { contactOf } from '#app/people/contact.ts'
import { tidyName } from '#app/people/name.ts'
import { type Authority, mayAdminister, mayManage } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'

const mostShown = 50
/** What fewer fit is gathered and sorted; what more fit is soon met by walking all names in their order. */
const few = 1_000

/** Whom one sees: a condition on `people.id`. `isFew`: they are few, so that it is best asked first. */
export type Within = { seen: SQL | undefined; isFew: boolean }

/**
 * People by a part of their name, tones or none, by the beginning of a user name, or by a whole phone number or e-mail;
 * in the order of Vietnamese lists, at most 50. Managers neither see contacts nor find by them, and find only `within`
 * the people they see (units/sight/find-people-seen); without it, nobody. Four queries at most.
 * Null: not this actor's to see.
 */
export async function findPeople(manager: Authority, typed: string, within?: Within) {
  if (!mayManage(manager)) return null
  const seesContacts = mayAdminister(manager)
  const contact = seesContacts ? contactOf(typed) : null
  const words = fold(tidyName(typed.slice(0, 200)).replace(/[%_\\]/g, '')).trim()
  if (words === '' || (!seesContacts && within?.seen === undefined)) return []
  const byContact = contact && or(eq(people.phone, contact.phone ?? ''), eq(people.email, contact.email ?? ''))
  const meant = byContact ?? (within?.isFew ? null : await meantBy(words))
  const isWalk = !meant && !within?.isFew
  const ids = await db
    .select({ id: people.id })
    .from(people)
    .where(and(meant ?? fitting(words), isNull(people.closedAt), within?.seen))
    // Sharp edge: SQLite walks the index of names, everybody in it, for whatever is to be in their order.
    .orderBy(isWalk ? asc(people.sortKey) : sql`${people.sortKey} || ''`, asc(people.id))
    .limit(mostShown)
  const found = await shown(ids.map(({ id }) => id))
  return seesContacts ? found : found.map((person) => ({ ...person, email: null, phone: null }))
}

/** Looked up for those who are shown alone: to sort whole rows takes twice as long. */
function shown(ids: string[]) {
  const { id, username, fullName, role, birthYear, email, phone, createdAt } = people
  return db
    .select({ id, username, fullName, role, birthYear, email, phone, createdAt })
    .from(people)
    .where(inArray(id, ids))
    .orderBy(asc(people.sortKey), asc(id))
}

function fitting(words: string) {
  return or(contains(people.folded, words), startsWith(people.username, words))
}

/** Who is meant, when they are few: names are looked through in their index alone, which takes a third of the time. */
async function meantBy(words: string): Promise<SQL | undefined> {
  const names = await db.select({ folded: people.folded }).from(people).where(contains(people.folded, words)).limit(few)
  if (names.length === few) return undefined
  const usernames = await db
    .select({ username: people.username })
    .from(people)
    .where(startsWith(people.username, words))
    .limit(few)
  if (usernames.length === few) return undefined
  const byName = inArray(people.folded, [...new Set(names.map((person) => person.folded))])
  if (usernames.length === 0) return byName
  const byUsername = inArray(
    people.username,
    usernames.map((person) => person.username),
  )
  // Sharp edge: SQLite reads everybody for an OR of which one side is empty.
  return names.length === 0 ? byUsername : or(byName, byUsername)
}
