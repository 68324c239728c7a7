import { inArray } from 'drizzle-orm'
import type { Day } from '#app/i18n/day.ts'
import { type Authority, mayAdminister } from '#app/people/person.ts'
import { unitStates } from '#app/units/schema.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { sightOfUnit } from '#app/units/sight/sight-of.server.ts'
import type { Reads } from '#app/units/timelines.server.ts'
import { lightTypes, type UnitType } from '#app/units/unit.ts'

/** What a decision is about: units it changes, units it puts others under, types it gives. */
export type Touched = { unitIds: string[]; parentIds: Array<string | null>; types: UnitType[] }

/**
 * Administrators reorganise; whoever manages a unit makes, changes and ends classes and teams below it. The rule looks at
 * today: who has the right now enters decisions of any day.
 */
export async function mayReorganise(reads: Reads, who: Authority, touched: Touched, today: Day): Promise<boolean> {
  if (mayAdminister(who)) return true
  const { unitIds, parentIds, types } = touched
  if (!types.every((type) => lightTypes.includes(type))) return false
  const states = await reads
    .select({ type: unitStates.type })
    .from(unitStates)
    .where(inArray(unitStates.unitId, ['', ...unitIds]))
  if (!states.every(({ type }) => lightTypes.includes(type))) return false
  const scope = await seenBy(who, today, reads)
  for (const unitId of [...unitIds, ...parentIds])
    if (unitId === null || !(await sightOfUnit(scope, unitId, reads))?.mayAct) return false
  return true
}
