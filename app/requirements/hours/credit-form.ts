import type { Day } from '#app/i18n/day.ts'
import { fold } from '#app/i18n/fold.ts'
import { tidyName } from '#app/people/name.ts'
import {
  type CreditForm,
  type CreditProblem,
  type CreditProblems,
  type CreditTold,
  creditForms,
} from '#app/requirements/hours/credit.ts'
import { halfHoursOf } from '#app/requirements/hours/half-hours.ts'
import { isDay } from '#app/units/day-shape.ts'

const longest = 300
const longestPaper = 100

/** What is told of learning elsewhere, or what is wrong with it, by box. The evidence is not looked at here. */
export function readCredit(
  typed: CreditForm,
  today: Day,
  categories: readonly string[],
): CreditTold | { problems: CreditProblems } {
  const [title, provider, paper] = [tidyName(typed.title), tidyName(typed.provider), tidyName(typed.paper)]
  const { category, beganDay, completedDay } = typed
  const form = creditForms.find((one) => one === typed.form)
  const halfHours = halfHoursOf(typed.hours)
  const problems = found({
    title: wordsProblem(title, longest),
    provider: wordsProblem(provider, longest),
    category: categories.includes(category) ? null : 'not-listed',
    hours: halfHours === null || halfHours === 0 ? 'hours-wrong' : null,
    form: form ? null : 'not-listed',
    paper: paper.length > longestPaper ? 'too-long' : null,
    beganDay: isDay(beganDay) ? null : 'day-wrong',
    completedDay: completedProblem(beganDay, completedDay, today),
  })
  if (problems || !form || !halfHours) return { problems: problems ?? {} }
  const folded = fold(title)
  return { title, folded, provider, category, halfHours, form, paper: paper || null, beganDay, completedDay }
}

function wordsProblem(words: string, most: number): CreditProblem | null {
  if (words === '') return 'needed'
  return words.length > most ? 'too-long' : null
}

function completedProblem(beganDay: string, completedDay: string, today: Day): CreditProblem | null {
  if (!isDay(completedDay)) return 'day-wrong'
  if (completedDay > today) return 'day-future'
  return isDay(beganDay) && completedDay < beganDay ? 'ends-before-begin' : null
}

function found(problems: Record<keyof CreditForm, CreditProblem | null>): CreditProblems | null {
  const wrong = Object.entries(problems).filter(([, problem]) => problem !== null)
  return wrong.length > 0 ? Object.fromEntries(wrong) : null
}
