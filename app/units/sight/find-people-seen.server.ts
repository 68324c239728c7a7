import { dayOf } from '#app/i18n/day.ts'
import { findPeople } from '#app/people/find-people.server.ts'
import type { Authority } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { firstSeen, isSeen, seesFew } from '#app/units/sight/is-seen.server.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'

/** Finds people by name or user name among those whom one sees today. Null: not this actor's to do. */
export async function findPeopleSeen(manager: Authority, typed: string, now = new Date()) {
  const scope = await seenBy(manager, dayOf(now))
  const isFew = await seesFew(scope)
  return findPeople(manager, typed, {
    seen: isSeen(scope, people.id),
    first: isFew ? (most) => firstSeen(scope, most) : undefined,
  })
}
