import type { Day } from '#app/i18n/day.ts'
import { fold } from '#app/i18n/fold.ts'
import type { RequirementForm, RequirementProblem } from '#app/requirements/asking/requirement-form.ts'
import type { Clause, Window } from '#app/requirements/requirement.ts'
import { type StaffCategory, staffCategories } from '#app/units/unit.ts'

/** The boxes of the form by their names; a box that is not ticked is not there. */
export type Values = Record<string, string>

/** Before the id of a person in the name of a box. */
export const personTick = 'person-'

/** As many as the address of the form can name. */
export const mostNamed = 300

/** What was typed, as a verb takes it; what is wrong with it the verb says. */
export function formFrom(values: Values, unitId: string): RequirementForm {
  const [kind = '', chosen = ''] = (values.what ?? '').split(':')
  const personIds = tickedIn(values, personTick).slice(0, mostNamed)
  return {
    title: values.title ?? '',
    programme: kind === 'programme' ? chosen : null,
    courseIds: kind === 'course' ? [chosen] : [],
    renewalCourseIds: values.window === 'recurring' && values.renewal ? [values.renewal] : [],
    ...(personIds.length > 0 && { personIds }),
    clauses: clausesFrom(values, unitId),
    window: windowFrom(values),
    graceDays: numberFrom(values.graceDays),
    atLeastDays: numberFrom(values.atLeastDays),
    decisionNumber: values.number ?? '',
    decisionDay: values.decisionDay ?? '',
  }
}

/** The boxes of a draft that is to be changed. */
export function valuesFrom(draft: Omit<RequirementForm, 'clauses'> & { clauses: Clause[] }, unitId: string): Values {
  const { clauses, window, programme } = draft
  const [first] = clauses
  const isOwn = clauses.length === 1 && first?.unitId === unitId
  const others = clauses.filter((clause) => clause.unitId !== unitId)
  const isShallow = others.length > 0 && others.every(({ withBelow }) => !withBelow)
  return {
    what: programme === null ? `course:${draft.courseIds[0] ?? ''}` : `programme:${programme}`,
    whom: first === undefined ? 'names' : isOwn && !first.withBelow ? 'only' : 'below',
    ...(isOwn ? {} : ticks(clauses.map((clause) => `unit-${clause.unitId}`))),
    ...ticks(isShallow ? ['shallow'] : []),
    ...ticks((first?.categories ?? []).map((category) => `category-${category}`)),
    positions: (first?.positionNames ?? first?.positions ?? []).join('; '),
    window: window.kind,
    ...boxesOf(window),
    renewal: draft.renewalCourseIds[0] ?? '',
    graceDays: String(draft.graceDays),
    atLeastDays: String(draft.atLeastDays),
    number: draft.decisionNumber,
    decisionDay: draft.decisionDay,
    title: draft.title,
  }
}

/** Whether the boxes say all that the clauses of a draft do: those made elsewhere may each be narrowed in a way of its own. */
export function fitsBoxes(draft: Parameters<typeof valuesFrom>[0], unitId: string): boolean {
  const said = ({ unitId: id, withBelow, categories, positions }: RequirementForm['clauses'][number]) =>
    JSON.stringify([
      id,
      withBelow,
      [...categories].sort(),
      positions
        .filter(Boolean)
        .map((one) => fold(one))
        .sort(),
    ])
  const again = formFrom(valuesFrom(draft, unitId), unitId).clauses.map(said)
  return JSON.stringify(again.sort()) === JSON.stringify(draft.clauses.map(said).sort())
}

/** The box that a problem is about; `form`: none. */
export function boxOfRequirementProblem(problem: RequirementProblem, window: Window['kind']): string {
  if (problem === 'opens-wrong') return window === 'recurring' ? 'firstDay' : 'opensDay'
  return boxes[problem] ?? `form-${problem}`
}

const boxes: Partial<Record<RequirementProblem, string>> = {
  'title-long': 'title',
  'course-needed': 'what',
  'course-unknown': 'what',
  'due-wrong': 'dueDay',
  'due-before-opening': 'dueDay',
  'days-wrong': 'days',
  'months-wrong': 'months',
  'grace-wrong': 'graceDays',
  'at-least-wrong': 'atLeastDays',
  'decision-long': 'number',
  'decision-day-wrong': 'decisionDay',
}

function tickedIn(values: Values, prefix: string): string[] {
  return Object.keys(values).flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []))
}

/**
 * Units that are ticked weigh more than what is chosen above them: the unit itself without what is below it, others with it
 * unless `shallow` is ticked.
 */
function clausesFrom(values: Values, unitId: string): Clause[] {
  const ticked = tickedIn(values, 'unit-')
  const categories: StaffCategory[] = staffCategories.filter((category) => `category-${category}` in values)
  const positions = (values.positions ?? '').split(/[;\n]/)
  const clause = (id: string, withBelow: boolean): Clause => ({ unitId: id, withBelow, categories, positions })
  const isDeep = !('shallow' in values)
  if (ticked.length > 0) return ticked.map((id) => clause(id, id !== unitId && isDeep))
  return values.whom === 'names' ? [] : [clause(unitId, values.whom !== 'only')]
}

function windowFrom({ window, opensDay = '', dueDay = '', days, firstDay = '', months }: Values): Window {
  if (window === 'joining') return { kind: 'joining', days: numberFrom(days) }
  if (window === 'recurring') return { kind: 'recurring', firstDay, everyMonths: numberFrom(months) }
  return { kind: 'fixed', opensDay, dueDay }
}

function boxesOf(window: Window): Values {
  if (window.kind === 'joining') return { days: String(window.days) }
  if (window.kind === 'recurring') return { firstDay: window.firstDay, months: String(window.everyMonths) }
  const days: Record<'opensDay' | 'dueDay', Day> = { opensDay: window.opensDay, dueDay: window.dueDay }
  return days
}

function numberFrom(text: string | undefined): number {
  return /^\d{1,6}$/.test(text?.trim() ?? '') ? Number(text) : Number.NaN
}

function ticks(names: readonly string[]): Values {
  return Object.fromEntries(names.map((name) => [name, 'yes']))
}
