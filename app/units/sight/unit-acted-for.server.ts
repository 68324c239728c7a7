import { db } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { mayActFor } from '#app/units/sight/may-act-for.server.ts'
import { factsOn } from '#app/units/timeline.ts'
import { timelinesOf } from '#app/units/timelines.server.ts'
import type { Facts } from '#app/units/unit.ts'

export type UnitActedFor = Facts & { unitId: string; stands: boolean }

/**
 * A unit whose people one may move: as of today, or as last decreed when it stands no longer. Three queries at most.
 * Null: not there, or not this actor's to act for.
 */
export async function unitActedFor(who: Authority, unitId: string, now = new Date()): Promise<UnitActedFor | null> {
  if (!(await mayActFor(db, who, [unitId], now))) return null
  const states = (await timelinesOf(db, [unitId])).get(unitId) ?? []
  const today = factsOn(states, dayOf(now))
  const facts = today ?? states.at(-1)
  if (!facts) return null
  const { code, name, type, parentId } = facts
  return { unitId, code, name, type, parentId, stands: today !== null }
}
