import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Day } from '#app/i18n/day.ts'
import { people } from '#app/people/schema.ts'
import type { Step } from '#app/requirements/reminders/who-hears.ts'
import { inChunks } from '#app/units/in-chunks.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { roleHoldings, unitLines, unitStates } from '#app/units/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/** What stands above some units on a day, each itself first, with who answers for it. Two queries for each 500 units. */
export async function linesAbove(reads: Reads, unitIds: readonly string[], day: Day): Promise<Map<string, Step[]>> {
  const lines = new Map<string, Step[]>(unitIds.map((id) => [id, []]))
  for (const chunk of inChunks(unitIds)) {
    const heads = await headsAbove(reads, chunk, day)
    const { unitId, ancestorId, depth } = unitLines
    const rows = await reads
      .select({ unitId, ancestorId, type: unitStates.type })
      .from(unitLines)
      .innerJoin(unitStates, and(eq(unitStates.unitId, ancestorId), onDay(unitStates, day)))
      .where(and(inArray(unitId, chunk), onDay(unitLines, day)))
      .orderBy(asc(depth))
    for (const row of rows)
      lines.get(row.unitId)?.push({ unitId: row.ancestorId, type: row.type, heads: heads.get(row.ancestorId) ?? [] })
  }
  return lines
}

/** Managers and training officers with an open account, by the unit that they hold their role in. */
async function headsAbove(reads: Reads, unitIds: string[], day: Day): Promise<Map<string, string[]>> {
  const rows = await reads
    .selectDistinct({ unitId: roleHoldings.unitId, personId: roleHoldings.personId })
    .from(unitLines)
    .innerJoin(roleHoldings, eq(roleHoldings.unitId, unitLines.ancestorId))
    .innerJoin(people, eq(people.id, roleHoldings.personId))
    .where(
      and(
        inArray(unitLines.unitId, unitIds),
        onDay(unitLines, day),
        onDay(roleHoldings, day),
        inArray(roleHoldings.role, ['manager', 'training-officer']),
        isNull(people.closedAt),
      ),
    )
  const heads = new Map<string, string[]>()
  for (const { unitId, personId } of rows) heads.set(unitId, [...(heads.get(unitId) ?? []), personId])
  return heads
}
