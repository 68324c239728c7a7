import { and, eq } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { type Authority, isSelf } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { heldException } from '#app/requirements/exceptions/held-exception.server.ts'
import type { ShownException } from '#app/requirements/exceptions/shown-exception.ts'
import { shownExceptions } from '#app/requirements/exceptions/shown-exceptions.server.ts'
import { exceptions } from '#app/requirements/schema.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { mainMemberships } from '#app/units/schema.ts'
import { looksAfter, recordSeen } from '#app/units/sight/looks-after.server.ts'

export type SeenException = ShownException & {
  personName: string
  /** May decide about it or take it back. */
  mayAct: boolean
  isOwn: boolean
  /** The unit by which the person is counted today. */
  unitId: string | null
}

/** One exception: one's own, or of somebody's record, as far back as one sees it. Null: not there, or not yours to see. Eight queries at most. */
export async function exceptionSeen(viewer: Authority, id: string, now = new Date()): Promise<SeenException | null> {
  const held = await heldException(db, id)
  if (!held) return null
  const { personId } = held
  const isOwn = isSelf(viewer, personId)
  const seen = isOwn ? { from: null } : await recordSeen(viewer, personId, now)
  if (!seen || (seen.from !== null && held.row.toDay <= seen.from)) return null
  const [shown] = await shownExceptions(db, eq(exceptions.id, id))
  const [person] = await db
    .select({ fullName: people.fullName, unitId: mainMemberships.unitId })
    .from(people)
    .leftJoin(mainMemberships, and(eq(mainMemberships.personId, people.id), onDay(mainMemberships, dayOf(now))))
    .where(eq(people.id, personId))
  if (!shown || !person) return null
  const mayAct = !isOwn && (await looksAfter(viewer, personId, now))
  return { ...shown, personId, personName: person.fullName, unitId: person.unitId, mayAct, isOwn }
}
