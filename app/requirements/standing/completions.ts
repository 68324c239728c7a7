import type { Day } from '#app/i18n/day.ts'
import type { Requirement } from '#app/requirements/requirement.ts'
import type { Completed } from '#app/requirements/standing/facts.ts'
import { laterDay } from '#app/units/period.ts'

export type Completions = {
  /** That count on the day, whenever they were. */
  valid: Completed[]
  /** Of those, the ones that the turn takes: within calendar windows only what was done in them. */
  inTurn: Completed[]
  /** Everything was done once before the turn opened: the shorter courses, where there are any, do. */
  mayRenew: boolean
}

/** What somebody completed, as a turn of a requirement takes it on a day. */
export function completionsOn(
  { window, courseIds, renewalCourseIds }: Pick<Requirement, 'window' | 'courseIds' | 'renewalCourseIds'>,
  completed: readonly Completed[],
  opensDay: Day,
  day: Day,
): Completions {
  const valid = completed.filter((one) => one.day <= day && (one.untilDay === null || day < one.untilDay))
  const recurs = window.kind === 'recurring'
  const once = allDone(courseIds, valid)
  const mayRenew = recurs && renewalCourseIds.length > 0 && once !== null && once < opensDay
  return { valid, inTurn: recurs ? valid.filter((one) => one.day >= opensDay) : valid, mayRenew }
}

/** The day all of the courses were done for the first time. */
export function allDone(courseIds: readonly string[], completed: readonly Completed[]): Day | null {
  let last: Day | null = null
  for (const courseId of courseIds) {
    const [first] = completed
      .filter((one) => one.courseId === courseId)
      .map(({ day }) => day)
      .sort()
    if (first === undefined) return null
    last = last === null ? first : laterDay(last, first)
  }
  return last
}
