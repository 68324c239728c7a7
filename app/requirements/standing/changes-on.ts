import { addDays } from '#app/i18n/calendar.ts'
import type { Day } from '#app/i18n/day.ts'
import type { Requirement } from '#app/requirements/requirement.ts'
import type { Facts } from '#app/requirements/standing/facts.ts'
import { nextWindowAfter } from '#app/requirements/standing/occurrence.ts'
import { soonDays } from '#app/requirements/standing/standing.ts'
import type { StandingOn } from '#app/requirements/standing/standing-on.ts'
import { earlierDay } from '#app/units/period.ts'
import { never } from '#app/units/unit.ts'

/**
 * The next day on which a standing may be another one by the calendar alone, no new fact coming in; until then it need not
 * be looked at again. `never`: it stays.
 */
export function changesOn(requirement: Requirement, facts: Facts, stands: StandingOn, day: Day): Day {
  const days = [
    requirement.fromDay,
    requirement.toDay,
    nextWindowAfter(requirement, day),
    ...facts.bound.flatMap(({ fromDay, toDay }) => [fromDay, toDay]),
    ...facts.completed.flatMap(({ day: done, untilDay }) => [done, untilDay ?? never]),
    ...facts.exceptions.flatMap((one) => [one.fromDay, one.toDay, one.givenDay, one.takenBackDay ?? never]),
    ...(stands.dueDay ? [addDays(stands.dueDay, -soonDays)] : []),
    stands.lateDay ?? never,
  ]
  return days.filter((one) => one > day).reduce(earlierDay, never)
}
