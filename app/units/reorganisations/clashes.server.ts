import { and, eq, gt, isNull, notInArray } from 'drizzle-orm'
import type { Day } from '#app/i18n/day.ts'
import type { Problem } from '#app/units/reorganisations/reorganisation.ts'
import { unitStates } from '#app/units/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'
import type { Facts } from '#app/units/unit.ts'

type Asked = {
  facts: Facts
  fromDay: Day
  /** The unit itself, and units that end that day. */
  except: readonly string[]
}

/** Another unit that has the same code, or the same name under the same unit, on that day or later. */
export async function clashesOf(reads: Reads, { facts, fromDay, except }: Asked): Promise<Problem[]> {
  const others = and(gt(unitStates.toDay, fromDay), notInArray(unitStates.unitId, ['', ...except]))
  const problems: Problem[] = []
  if (facts.code !== null) {
    const [sameCode] = await reads
      .select({ unitId: unitStates.unitId })
      .from(unitStates)
      .where(and(eq(unitStates.code, facts.code), others))
      .limit(1)
    if (sameCode) problems.push({ problem: 'code-taken', unitId: sameCode.unitId })
  }
  const beside = facts.parentId === null ? isNull(unitStates.parentId) : eq(unitStates.parentId, facts.parentId)
  const [sameName] = await reads
    .select({ unitId: unitStates.unitId })
    .from(unitStates)
    .where(and(beside, eq(unitStates.name, facts.name), others))
    .limit(1)
  if (sameName) problems.push({ problem: 'name-taken', unitId: sameName.unitId })
  return problems
}
