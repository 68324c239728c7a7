import { and, eq, exists, ne, type SQL, sql } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { type Authority, auditIdOf } from '#app/people/person.ts'
import { exceptions } from '#app/requirements/schema.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { memberships, unitLines } from '#app/units/schema.ts'

/** A condition on exceptions: somebody of a unit or below asks for it, not the viewer, and nobody decided. */
export function isAskedIn(viewer: Authority, personId: SQL, unitId: string, today: Day): SQL | undefined {
  const place = db
    .select({ one: sql`1` })
    .from(memberships)
    .innerJoin(unitLines, eq(unitLines.unitId, memberships.unitId))
    .where(
      and(
        eq(memberships.personId, personId),
        onDay(memberships, today),
        eq(unitLines.ancestorId, unitId),
        onDay(unitLines, today),
      ),
    )
  return and(eq(exceptions.state, 'asked'), ne(personId, auditIdOf(viewer) ?? ''), exists(place))
}
