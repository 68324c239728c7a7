import type { Day } from '#app/i18n/day.ts'
import type { RequirementForm, RequirementProblem } from '#app/requirements/asking/requirement-form.ts'
import type { Window } from '#app/requirements/requirement.ts'
import { isDay } from '#app/units/day-shape.ts'

const longestTitle = 200
const longestNumber = 60
const mostDays = 3660
const mostMonths = 60
const mostGraceDays = 366

type Checked = Pick<
  RequirementForm,
  'title' | 'window' | 'graceDays' | 'atLeastDays' | 'decisionNumber' | 'decisionDay'
>

/** What is wrong with a draft, whoever makes it; a decision that is not there yet is nothing wrong. */
export function draftProblems(form: Checked): RequirementProblem[] {
  return [
    ...(form.title.length > longestTitle ? ['title-long' as const] : []),
    ...windowProblems(form.window),
    ...(isBetween(form.graceDays, 0, mostGraceDays) ? [] : ['grace-wrong' as const]),
    ...(isBetween(form.atLeastDays, 0, mostDays) ? [] : ['at-least-wrong' as const]),
    ...(form.decisionNumber.length > longestNumber ? ['decision-long' as const] : []),
    ...(form.decisionDay === '' || isDay(form.decisionDay) ? [] : ['decision-day-wrong' as const]),
  ]
}

/** What stands in the way of publishing on a day, the audience aside. */
export function publishingProblems(form: Checked, today: Day): RequirementProblem[] {
  const { window, decisionNumber, decisionDay } = form
  const isOver = window.kind === 'fixed' && isDay(window.dueDay) && window.dueDay < today
  return [
    ...draftProblems(form),
    ...(isOver ? ['window-ended' as const] : []),
    ...(decisionNumber === '' ? ['decision-number' as const] : []),
    ...(decisionDay === '' ? ['decision-day' as const] : []),
  ]
}

function windowProblems(window: Window): RequirementProblem[] {
  if (window.kind === 'joining') return isBetween(window.days, 1, mostDays) ? [] : ['days-wrong']
  if (window.kind === 'recurring')
    return [
      ...(isDay(window.firstDay) ? [] : ['opens-wrong' as const]),
      ...(isBetween(window.everyMonths, 1, mostMonths) ? [] : ['months-wrong' as const]),
    ]
  const { opensDay, dueDay } = window
  if (!isDay(dueDay)) return ['due-wrong']
  if (!isDay(opensDay)) return ['opens-wrong']
  return dueDay < opensDay ? ['due-before-opening'] : []
}

function isBetween(number: number, least: number, most: number): boolean {
  return Number.isInteger(number) && number >= least && number <= most
}
