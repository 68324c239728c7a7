import { addDays, addMonths, daysBetween } from '#app/i18n/calendar.ts'
import type { Day } from '#app/i18n/day.ts'
import type { Requirement } from '#app/requirements/requirement.ts'
import { covers, laterDay, type Period } from '#app/units/period.ts'
import { never } from '#app/units/unit.ts'

/** One turn of a requirement for a person: named by the day it opens. */
export type Occurrence = {
  opensDay: Day
  /** The last day in time, before extensions and pauses. */
  dueDay: Day
  /** When the next turn opens, and this one is asked no more; `never`: it stays. */
  closesDay: Day
  /** 0 for the first window of all. */
  place: number
}

/**
 * The turn that is asked of somebody on a day. Null: the day is outside the requirement, outside the days on which it
 * binds the person, before the window opens, or after or too near its end for somebody who came so late.
 */
export function occurrenceOn(requirement: Requirement, bound: readonly Period[], day: Day): Occurrence | null {
  const held = bound.find((period) => covers(period, day))
  if (!held || !covers(requirement, day)) return null
  const joined = laterDay(held.fromDay, requirement.fromDay)
  const { window, atLeastDays } = requirement
  if (window.kind === 'joining')
    return { opensDay: joined, dueDay: addDays(joined, window.days), closesDay: never, place: 0 }
  const turn = window.kind === 'fixed' ? { ...window, closesDay: never, place: 0 } : windowOn(window, day)
  if (!turn || day < turn.opensDay || joined > turn.dueDay) return null
  const came = joined > turn.opensDay ? addDays(joined, atLeastDays) : turn.dueDay
  const dueDay = laterDay(turn.dueDay, came)
  const { opensDay, closesDay, place } = turn
  return dueDay < closesDay ? { opensDay, dueDay, closesDay, place } : null
}

/** The day the next window opens; `never` when none does. */
export function nextWindowAfter({ window }: Pick<Requirement, 'window'>, day: Day): Day {
  if (window.kind === 'joining') return never
  if (window.kind === 'fixed') return window.opensDay > day ? window.opensDay : never
  return windowOn(window, day)?.closesDay ?? window.firstDay
}

type Recurring = { firstDay: Day; everyMonths: number }

/** The calendar window that a day falls in. Null: before the first. Everybody is asked about on the same day: the last is kept. */
function windowOn(window: Recurring, day: Day): Occurrence | null {
  const known = lastAsked.get(window)
  if (known?.day === day) return known.found
  const found = foundOn(window, day)
  lastAsked.set(window, { day, found })
  return found
}

const lastAsked = new WeakMap<Recurring, { day: Day; found: Occurrence | null }>()

function foundOn({ firstDay, everyMonths }: Recurring, day: Day): Occurrence | null {
  if (day < firstDay) return null
  let place = Math.floor(daysBetween(firstDay, day) / (everyMonths * 31))
  while (addMonths(firstDay, (place + 1) * everyMonths) <= day) place++
  const closesDay = addMonths(firstDay, (place + 1) * everyMonths)
  return { opensDay: addMonths(firstDay, place * everyMonths), dueDay: addDays(closesDay, -1), closesDay, place }
}
