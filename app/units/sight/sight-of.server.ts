import { and, eq, inArray } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { memberships, unitLines } from '#app/units/schema.ts'
import { type Scope, type SightOfPerson, sightFrom } from '#app/units/sight/sight.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/** "May this viewer?": what is seen of a person. Null: nothing, so for this viewer they are not there. At most one query. */
export async function sightOf(scope: Scope, personId: string, reads: Reads = db): Promise<SightOfPerson | null> {
  if (scope.isEverything) return { sight: 'record', mayAct: true, historyFrom: null }
  if (scope.grants.length === 0) return null
  const rows = await reads
    .selectDistinct({ unitId: unitLines.ancestorId })
    .from(memberships)
    .innerJoin(unitLines, eq(unitLines.unitId, memberships.unitId))
    .where(
      and(
        eq(memberships.personId, personId),
        onDay(memberships, scope.day),
        inArray(unitLines.ancestorId, unitsOf(scope)),
        onDay(unitLines, scope.day),
      ),
    )
  return opened(scope, rows)
}

/**
 * What is seen of the people whom a unit had on a day, today's unless another is given, and whether one may act for it.
 * Null: it was not below any role of the viewer.
 */
export async function sightOfUnit(
  scope: Scope,
  unitId: string,
  reads: Reads = db,
  day = scope.day,
): Promise<SightOfPerson | null> {
  if (scope.isEverything) return { sight: 'record', mayAct: true, historyFrom: null }
  if (scope.grants.length === 0) return null
  const rows = await reads
    .selectDistinct({ unitId: unitLines.ancestorId })
    .from(unitLines)
    .where(and(eq(unitLines.unitId, unitId), inArray(unitLines.ancestorId, unitsOf(scope)), onDay(unitLines, day)))
  return opened(scope, rows)
}

/** The same for whoever knows already what stands above the unit, itself included, on the day of the scope. No query. */
export function sightThrough(scope: Scope, line: ReadonlyArray<{ unitId: string }>): SightOfPerson | null {
  if (scope.isEverything) return { sight: 'record', mayAct: true, historyFrom: null }
  return opened(scope, line)
}

function unitsOf({ grants }: Scope): string[] {
  return [...new Set(grants.map(({ unitId }) => unitId))]
}

function opened({ grants, day }: Scope, rows: ReadonlyArray<{ unitId: string }>): SightOfPerson | null {
  const above = new Set(rows.map(({ unitId }) => unitId))
  return sightFrom(
    grants.filter(({ unitId }) => above.has(unitId)),
    day,
  )
}
