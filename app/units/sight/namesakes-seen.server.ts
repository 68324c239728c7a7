import { and, asc, eq, isNull, or } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { fold } from '#app/i18n/fold.ts'
import { tidyName } from '#app/people/name.ts'
import type { Authority } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { isSeen } from '#app/units/sight/is-seen.server.ts'
import { type PersonToTake, toTakeColumns } from '#app/units/sight/person-to-take.server.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'

const mostShown = 10

/**
 * People of a name, tone marks or none, whom one sees today, and who may be born in the year if one is given; 10 at most.
 * Of people whom one does not see nothing is said.
 */
export async function namesakesSeen(
  who: Authority,
  { fullName, birthYear }: { fullName: string; birthYear: number | null },
  now = new Date(),
): Promise<PersonToTake[]> {
  const scope = await seenBy(who, dayOf(now))
  const bornThen = or(eq(people.birthYear, birthYear ?? 0), isNull(people.birthYear))
  const alike = and(eq(people.folded, fold(tidyName(fullName))), birthYear === null ? undefined : bornThen)
  return db
    .select(toTakeColumns)
    .from(people)
    .where(and(alike, isNull(people.closedAt), isSeen(scope, people.id)))
    .orderBy(asc(people.birthYear), asc(people.id))
    .limit(mostShown)
}
