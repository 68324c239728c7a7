import { and, inArray } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { isSeen } from '#app/units/sight/is-seen.server.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'

/**
 * Of people whom somebody sees, those whose page opens to them: an enterprise sees bands alone, so theirs do not.
 * One query, two for who holds roles in an enterprise and elsewhere.
 */
export async function recordsSeen(viewer: Authority, ids: string[], now = new Date()): Promise<Set<string>> {
  const scope = await seenBy(viewer, dayOf(now))
  const grants = scope.grants.filter(({ sight }) => sight !== 'band')
  if (scope.isEverything || grants.length === scope.grants.length) return new Set(ids)
  if (grants.length === 0) return new Set()
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(and(inArray(people.id, ids), isSeen({ ...scope, grants }, people.id)))
  return new Set(rows.map(({ id }) => id))
}
