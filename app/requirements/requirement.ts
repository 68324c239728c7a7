import type { Day } from '#app/i18n/day.ts'
import type { StaffCategory } from '#app/units/unit.ts'

/**
 * Until when. `fixed`: up to a day. `joining`: so many days after somebody came under the requirement. `recurring`: once in
 * each window of so many months, counted from the first day: a year from 1 January, a quarter, every n months.
 */
export type Window =
  | { kind: 'fixed'; opensDay: Day; dueDay: Day }
  | { kind: 'joining'; days: number }
  | { kind: 'recurring'; firstDay: Day; everyMonths: number }

/** Whom: the people of a unit; all conditions hold together, and an empty list asks nothing. */
export type Clause = {
  unitId: string
  /** And of all units below it. */
  withBelow: boolean
  categories: StaffCategory[]
  /** Folded. */
  positions: string[]
  /** As they were typed, to be shown; in the same order. */
  positionNames?: string[]
}

/** What the standing of somebody is decided by. Days are half-open: in force from the first up to, without, the last. */
export type Requirement = {
  id: string
  fromDay: Day
  toDay: Day
  window: Window
  /** Days after the due day on which nobody is late yet. */
  graceDays: number
  /** Whoever comes under it in the middle of a window has at least so many days. */
  atLeastDays: number
  /** One course, or the courses of a programme in their order: all of them. */
  courseIds: string[]
  /** Done instead, from the second window on, by whoever has done the courses once; empty: the same courses again. */
  renewalCourseIds: string[]
  clauses: Clause[]
}
