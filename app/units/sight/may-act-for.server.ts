import { dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { sightOfUnit } from '#app/units/sight/sight-of.server.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/** Whether somebody may move the people of all these units, today. */
export async function mayActFor(reads: Reads, who: Authority, unitIds: readonly string[], now: Date): Promise<boolean> {
  const scope = await seenBy(who, dayOf(now), reads)
  for (const unitId of new Set(unitIds)) if (!(await sightOfUnit(scope, unitId, reads))?.mayAct) return false
  return true
}
