import { db } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { isOpenTo } from '#app/units/sight/is-open-to.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { sightOfUnit } from '#app/units/sight/sight-of.server.ts'
import { timelinesOf } from '#app/units/timelines.server.ts'

/** Whether a unit is there for somebody today: its name and history at least. Enterprises of others are not. */
export async function mayKnowUnit(viewer: Authority, unitId: string, now = new Date()): Promise<boolean> {
  const states = (await timelinesOf(db, [unitId])).get(unitId)
  if (!states) return false
  const scope = await seenBy(viewer, dayOf(now))
  return isOpenTo(scope, states) || (await sightOfUnit(scope, unitId)) !== null
}
