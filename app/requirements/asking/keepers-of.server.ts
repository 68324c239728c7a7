import type { Day } from '#app/i18n/day.ts'
import { dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { goesOnIn } from '#app/requirements/asking/goes-on-in.ts'
import { treeOf } from '#app/requirements/keeping/tree-of.server.ts'
import { mayActFor } from '#app/units/sight/may-act-for.server.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/**
 * Whether somebody keeps what a unit asked: may act today for the unit, or for one of those that took over from it. Where it
 * ended without any, administrators do.
 */
export async function mayKeep(reads: Reads, who: Authority, unitId: string, now: Date): Promise<boolean> {
  if (await mayActFor(reads, who, [unitId], now)) return true
  for (const heir of await unitsNow(reads, unitId, dayOf(now)))
    if (heir !== unitId && (await mayActFor(reads, who, [heir], now))) return true
  return false
}

async function unitsNow(reads: Reads, unitId: string, day: Day): Promise<string[]> {
  return goesOnIn(unitId, await treeOf(reads, [unitId]), day)
}
