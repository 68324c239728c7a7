import { and, asc, inArray, isNull } from 'drizzle-orm'
import { dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { isSeen } from '#app/units/sight/is-seen.server.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import type { Reads } from '#app/units/timelines.server.ts'

export type NamedPerson = { id: string; fullName: string; birthYear: number | null }

/** Of some people, at most 500, those whom a requirement may name: open accounts whom the actor acts for today, in the order of lists. Two queries. */
export async function peopleActedFor(
  reads: Reads,
  who: Authority,
  personIds: readonly string[],
  now: Date,
): Promise<NamedPerson[]> {
  if (personIds.length === 0) return []
  const scope = await seenBy(who, dayOf(now), reads)
  const acting = { ...scope, grants: scope.grants.filter(({ mayAct }) => mayAct) }
  return reads
    .select({ id: people.id, fullName: people.fullName, birthYear: people.birthYear })
    .from(people)
    .where(and(inArray(people.id, [...personIds]), isNull(people.closedAt), isSeen(acting, people.id, reads)))
    .orderBy(asc(people.sortKey), asc(people.id))
}
