import type { Day } from '#app/i18n/day.ts'
import type { Problem } from '#app/units/reorganisations/reorganisation.ts'
import { changesAfter, factsOn, lastsFrom } from '#app/units/timeline.ts'
import type { State } from '#app/units/unit.ts'

/** What stands in the way of a unit's end on a day. */
export function endingProblems(unitId: string, states: readonly State[] | undefined, day: Day): Problem[] {
  if (!states) return [{ problem: 'unknown-unit', unitId }]
  if (!factsOn(states, day)) return [{ problem: 'not-alive', unitId }]
  const isKept = changesAfter(states, day) || !lastsFrom(states, day)
  return isKept ? [{ problem: 'later-event', unitId }] : []
}
