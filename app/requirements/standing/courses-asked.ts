import type { Day } from '#app/i18n/day.ts'
import type { Requirement } from '#app/requirements/requirement.ts'
import { allDone, completionsOn } from '#app/requirements/standing/completions.ts'
import type { Completed } from '#app/requirements/standing/facts.ts'

export type CourseAsked = {
  courseId: string
  /** The day it was done for this turn; null: not yet. */
  doneDay: Day | null
  /** It was completed, but that counts for this turn no longer: before its window, or revoked. */
  isAgain: boolean
}

type Asks = Pick<Requirement, 'window' | 'courseIds' | 'renewalCourseIds'>

/**
 * The courses that a turn asks of somebody on a day, in their order; the shorter ones where those do, unless all the others
 * were done again.
 */
export function coursesAsked(
  requirement: Asks,
  completed: readonly Completed[],
  opensDay: Day,
  day: Day,
): CourseAsked[] {
  const { inTurn, mayRenew } = completionsOn(requirement, completed, opensDay, day)
  const isShorter = mayRenew && allDone(requirement.courseIds, inTurn) === null
  return (isShorter ? requirement.renewalCourseIds : requirement.courseIds).map((courseId) => {
    const doneDay = allDone([courseId], inTurn)
    const isAgain = doneDay === null && completed.some((one) => one.courseId === courseId && one.day <= day)
    return { courseId, doneDay, isAgain }
  })
}
