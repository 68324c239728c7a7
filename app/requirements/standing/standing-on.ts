import { addDays, daysBetween } from '#app/i18n/calendar.ts'
import type { Day } from '#app/i18n/day.ts'
import type { Requirement } from '#app/requirements/requirement.ts'
import { allDone, completionsOn } from '#app/requirements/standing/completions.ts'
import type { Completed, Exception, Facts } from '#app/requirements/standing/facts.ts'
import { type Occurrence, occurrenceOn } from '#app/requirements/standing/occurrence.ts'
import { type Standing, soonDays } from '#app/requirements/standing/standing.ts'
import { covers, earlierDay, laterDay } from '#app/units/period.ts'
import { never } from '#app/units/unit.ts'

export type StandingOn = {
  standing: Standing
  /** The turn it speaks of; null while nothing is asked. */
  opensDay: Day | null
  dueDay: Day | null
  /** The first day late: after the due day and the grace. */
  lateDay: Day | null
  doneDay: Day | null
  /** The waiver or pause that excuses. */
  exceptionId: string | null
}

/**
 * How a person stands to a requirement on a day, by the facts that were there on that day: what is given, done or taken
 * back later changes nothing of it. The order of the facts does not matter.
 */
export function standingOn(requirement: Requirement, facts: Facts, day: Day): StandingOn {
  const turn = occurrenceOn(requirement, facts.bound, day)
  if (!turn) return { ...nothing }
  const exceptions = inForce(facts.exceptions, requirement.id, day)
  const dueDay = dueDayOf(turn, exceptions, day)
  const lateDay = addDays(dueDay, requirement.graceDays + 1)
  const doneDay = doneDayOf(requirement, facts.completed, turn, day)
  const excuse = exceptions.find((one) => one.kind !== 'extension' && covers(one, day))
  const told = { opensDay: turn.opensDay, dueDay, lateDay, doneDay, exceptionId: null }
  if (doneDay !== null) return { ...told, standing: doneDay < lateDay ? 'done' : 'done-late' }
  if (excuse) return { ...told, standing: 'excused', exceptionId: excuse.id }
  if (day >= lateDay) return { ...told, standing: 'overdue' }
  return { ...told, standing: daysBetween(day, dueDay) <= soonDays ? 'soon' : 'due' }
}

const nothing: StandingOn = {
  standing: 'not-due',
  opensDay: null,
  dueDay: null,
  lateDay: null,
  doneDay: null,
  exceptionId: null,
}

/** Those that stood on the day, in one order whatever order they came in. */
function inForce(exceptions: readonly Exception[], requirementId: string, day: Day): Exception[] {
  return exceptions
    .filter((one) => one.requirementId === null || one.requirementId === requirementId)
    .filter(({ givenDay, takenBackDay }) => givenDay <= day && (takenBackDay === null || day < takenBackDay))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The latest of what the window says, with the days away added, and of the extensions given within this turn. */
function dueDayOf(turn: Occurrence, exceptions: readonly Exception[], day: Day): Day {
  const extended = exceptions.flatMap(({ kind, dueDay, fromDay }) =>
    kind === 'extension' && dueDay !== null && fromDay < turn.closesDay && dueDay >= turn.opensDay ? [dueDay] : [],
  )
  const pauses = exceptions.filter(({ kind }) => kind === 'pause')
  const away = pauses.length === 0 ? turn.dueDay : withDaysAway(turn, pauses, addDays(day, 1))
  const dueDay = [away, ...extended].reduce(laterDay)
  return turn.closesDay === never ? dueDay : earlierDay(dueDay, addDays(turn.closesDay, -1))
}

/**
 * Each day away before the due day moves it by one; a day in two pauses is one day away. Days to come are not counted: who
 * is back earlier than planned was away until then.
 */
function withDaysAway(turn: Occurrence, pauses: readonly Exception[], tomorrow: Day): Day {
  let dueDay = turn.dueDay
  let counted = turn.opensDay
  for (const { fromDay, toDay } of [...pauses].sort((a, b) => (a.fromDay < b.fromDay ? -1 : 1))) {
    const [from, to] = [laterDay(fromDay, counted), [toDay, turn.closesDay, tomorrow].reduce(earlierDay)]
    if (from > dueDay || from >= to) continue
    dueDay = addDays(dueDay, daysBetween(from, to))
    counted = to
  }
  return dueDay
}

/** The day on which the last of the courses was done; null: not yet. */
function doneDayOf(requirement: Requirement, completed: readonly Completed[], turn: Occurrence, day: Day): Day | null {
  const { inTurn, mayRenew } = completionsOn(requirement, completed, turn.opensDay, day)
  const again = allDone(requirement.courseIds, inTurn)
  const renewed = mayRenew ? allDone(requirement.renewalCourseIds, inTurn) : null
  return [again, renewed].filter((done) => done !== null).sort()[0] ?? null
}
