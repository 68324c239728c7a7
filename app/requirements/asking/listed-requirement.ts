import type { Day } from '#app/i18n/day.ts'
import { type RequirementState, stateOf } from '#app/requirements/asking/requirement-state.ts'
import type { Window } from '#app/requirements/requirement.ts'

/** A requirement as lists tell it. */
export type ListedRequirement = {
  id: string
  title: string
  /** Who asks, as it was called when it was published. */
  unitName: string
  decisionNumber: string
  decisionDay: Day
  window: Window
  graceDays: number
  fromDay: Day
  toDay: Day
  state: RequirementState
}

type Row = Omit<ListedRequirement, 'state'> & { publishedAt: Date | null }

export function listedRequirement(row: Row, day: Day): ListedRequirement {
  const { id, title, unitName, decisionNumber, decisionDay, window, graceDays, fromDay, toDay } = row
  const told = { id, title, unitName, decisionNumber, decisionDay, window, graceDays, fromDay, toDay }
  return { ...told, state: stateOf(row, day) }
}
