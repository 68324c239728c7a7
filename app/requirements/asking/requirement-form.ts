import type { Day } from '#app/i18n/day.ts'
import type { Clause, Window } from '#app/requirements/requirement.ts'

/** What a unit asks, as it is drafted. */
export type RequirementForm = {
  /** Empty: as the course or the programme is called. */
  title: string
  /** The code of a programme: its courses are taken, as the catalogue has them; null: the courses given. */
  programme: string | null
  courseIds: string[]
  renewalCourseIds: string[]
  /** Whom it names beside the clauses from the first, at most 300; later they are picked one by one (name-in-draft). */
  personIds?: string[]
  clauses: Array<Omit<Clause, 'positions' | 'positionNames'> & { positions: string[] }>
  window: Window
  graceDays: number
  atLeastDays: number
  /** Empty: not there yet; to be filled in before it is published. */
  decisionNumber: string
  decisionDay: Day
}

export type RequirementProblem =
  | 'title-long'
  | 'course-needed'
  | 'course-unknown'
  | 'unit-not-yours'
  | 'unit-gone'
  | 'opens-wrong'
  | 'due-wrong'
  | 'due-before-opening'
  | 'days-wrong'
  | 'months-wrong'
  | 'grace-wrong'
  | 'at-least-wrong'
  | 'decision-number'
  | 'decision-long'
  | 'decision-day'
  | 'decision-day-wrong'
  | 'window-ended'
  | 'audience-empty'
  | 'changed-meanwhile'

export type Refused = { problems: RequirementProblem[] }
