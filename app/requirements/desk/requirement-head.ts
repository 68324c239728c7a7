import type { Day } from '#app/i18n/day.ts'
import type { Window } from '#app/requirements/requirement.ts'

/** What pages tell of a requirement beside the figures. */
export type RequirementHead = {
  id: string
  title: string
  /** Who asks, as it was called then. */
  unitName: string
  decisionNumber: string
  decisionDay: Day
  window: Window
  /** The first day on which it is asked no more. */
  toDay: Day
}
