import { and, eq, inArray, or } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import type { Clause } from '#app/requirements/requirement.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { unitLines } from '#app/units/schema.ts'

/**
 * Of requirements that nobody was counted for yet, those that mean somebody of a unit or below it, by the units they name.
 * No query where there are none, else one.
 */
export async function unkeptHere<Asked extends { clauses: Clause[] }>(
  unkept: readonly Asked[],
  unitId: string,
  day: Day,
): Promise<Asked[]> {
  const named = [...new Set(unkept.flatMap(({ clauses }) => clauses.map((clause) => clause.unitId)))]
  if (named.length === 0) return []
  const isAbove = and(eq(unitLines.unitId, unitId), inArray(unitLines.ancestorId, named))
  const isBelow = and(eq(unitLines.ancestorId, unitId), inArray(unitLines.unitId, named))
  const rows = await db
    .select({ ancestorId: unitLines.ancestorId, unitId: unitLines.unitId })
    .from(unitLines)
    .where(and(or(isAbove, isBelow), onDay(unitLines, day)))
  const above = new Set(rows.map(({ ancestorId }) => ancestorId))
  const below = new Set(rows.filter((row) => row.ancestorId === unitId).map((row) => row.unitId))
  return unkept.filter(({ clauses }) =>
    clauses.some((clause) => below.has(clause.unitId) || (clause.withBelow && above.has(clause.unitId))),
  )
}
