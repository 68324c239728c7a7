import { and, inArray, isNull } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { isSeen } from '#app/units/sight/is-seen.server.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/** `looksAfter` of many at once, at most 500: those of open accounts whom somebody may decide about. Two queries. */
export async function lookedAfter(
  manager: Authority,
  personIds: readonly string[],
  now = new Date(),
  reads: Reads = db,
): Promise<Set<string>> {
  const scope = await seenBy(manager, dayOf(now), reads)
  const those = (may: (grant: (typeof scope.grants)[number]) => boolean) =>
    isSeen({ ...scope, grants: scope.grants.filter(may) }, people.id, reads)
  const rows = await reads
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        inArray(people.id, [...personIds]),
        isNull(people.closedAt),
        those(({ mayAct }) => mayAct),
        those(({ sight }) => sight !== 'band'),
      ),
    )
  return new Set(rows.map(({ id }) => id))
}
