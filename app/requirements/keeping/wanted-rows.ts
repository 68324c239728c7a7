import type { Day } from '#app/i18n/day.ts'
import type { Requirement } from '#app/requirements/requirement.ts'
import { changesOn } from '#app/requirements/standing/changes-on.ts'
import type { Facts } from '#app/requirements/standing/facts.ts'
import type { Standing } from '#app/requirements/standing/standing.ts'
import { standingOn } from '#app/requirements/standing/standing-on.ts'
import { earlierDay, type Period } from '#app/units/period.ts'
import { never } from '#app/units/unit.ts'

/** A standing as it is kept: from the day it was noted, up to the day another was. */
export type StandingRow = {
  requirementId: string
  personId: string
  fromDay: Day
  toDay: Day
  standing: Standing
  /** The unit the person is counted by. */
  unitId: string | null
  opensDay: Day | null
  dueDay: Day | null
  lateDay: Day | null
  doneDay: Day | null
  exceptionId: string | null
  changesDay: Day
  sortKey: string
}

type Counted = {
  id: string
  unitId: string | null
  sortKey: string
  /** The days on which they may be counted by another unit. */
  places: readonly Period[]
}

/** What is to be noted of a person on a day. Null: the requirement does not mean them, and it is not known that it will. */
export function wantedRow(requirement: Requirement, person: Counted, facts: Facts, day: Day): StandingRow | null {
  const { standing, ...stands } = standingOn(requirement, facts, day)
  if (standing === 'not-due' && !facts.bound.some(({ toDay }) => toDay > day)) return null
  const { id: personId, unitId, sortKey, places } = person
  const countedAnew = places.flatMap(({ fromDay, toDay }) => [fromDay, toDay]).filter((one) => one > day)
  const changesDay = countedAnew.reduce(earlierDay, changesOn(requirement, facts, { standing, ...stands }, day))
  const requirementId = requirement.id
  return { requirementId, personId, fromDay: day, toDay: never, standing, unitId, ...stands, changesDay, sortKey }
}

/** The same was reported already. */
export function saysTheSame(a: StandingRow, b: StandingRow): boolean {
  return a.standing === b.standing && a.unitId === b.unitId && a.dueDay === b.dueDay
}

/** Beside what is reported, the rest is the same too: nothing is to be written. */
export function isTheSame(a: StandingRow, b: StandingRow): boolean {
  return saysTheSame(a, b) && restOf(a) === restOf(b)
}

function restOf({ opensDay, lateDay, doneDay, exceptionId, changesDay, sortKey }: StandingRow): string {
  return [opensDay, lateDay, doneDay, exceptionId, changesDay, sortKey].join(' ')
}
