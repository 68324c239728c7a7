import { and, gt } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { isOfPerson } from '#app/people/folded.server.ts'
import { type Authority, isSelf } from '#app/people/person.ts'
import type { ShownException } from '#app/requirements/exceptions/shown-exception.ts'
import { shownExceptions } from '#app/requirements/exceptions/shown-exceptions.server.ts'
import { exceptions } from '#app/requirements/schema.ts'
import { recordSeen } from '#app/units/sight/looks-after.server.ts'

/**
 * What was asked, given, refused and taken back of a person, the newest first, of accounts that were folded into theirs
 * too: one's own, or as far back as one sees their record. Null: not yours to see. Four queries.
 */
export async function exceptionsOf(
  viewer: Authority,
  personId: string,
  now = new Date(),
): Promise<ShownException[] | null> {
  const seen = isSelf(viewer, personId) ? { from: null } : await recordSeen(viewer, personId, now)
  if (!seen) return null
  const since = seen.from === null ? undefined : gt(exceptions.toDay, seen.from)
  return shownExceptions(db, and(isOfPerson(exceptions.personId, personId), since))
}
