import { addDays } from '#app/i18n/calendar.ts'
import type { Day } from '#app/i18n/day.ts'
import type { Standing } from '#app/requirements/standing/standing.ts'

/** The steps of the ladder, in their order. */
export const ladderSteps = ['14-days', '7-days', '1-day', 'overdue', 'two-weeks-overdue'] as const
export type LadderStep = (typeof ladderSteps)[number]

/** How somebody stands to one turn of a requirement. */
export type Turn = { standing: Standing; dueDay: Day | null; lateDay: Day | null }

/** A step that is taken, and those before it that nobody was told of: they are noted, and never told any more. */
export type Taking = { step: LadderStep; passedOver: LadderStep[] }

/**
 * The step that is due on a day, when of this turn and due day some were taken already, or passed over. A run that was
 * missed takes the latest that applies, so that nobody gets several at once; a clock that was set back takes none again.
 * In grace nobody is late, so that what may be said of them is said to them alone. Null: nothing is to be said.
 */
export function stepDue(turn: Turn, taken: ReadonlySet<LadderStep>, day: Day): Taking | null {
  const open = reachedOn(turn, day).filter((step) => !taken.has(step))
  const step = open.at(-1)
  const isBehind = ladderSteps.some((one) => taken.has(one) && place(one) > place(step))
  return step === undefined || isBehind ? null : { step, passedOver: open.slice(0, -1) }
}

/**
 * Who hears of a step: before the day and when it has passed, the learner; from the first day late on, the heads of their
 * unit; after two weeks the agency. Nobody is told of to the agency of whom neither they themselves nor their heads heard.
 */
export function hearsOf({ step, passedOver }: Taking): { learner: boolean; heads: boolean; agency: boolean } {
  const agency = step === 'two-weeks-overdue'
  const heads = step === 'overdue' || passedOver.includes('overdue')
  return { learner: heads || !agency, heads, agency }
}

/** Every step whose day has come, in order; none for who is done, excused or not asked. */
function reachedOn({ standing, dueDay, lateDay }: Turn, day: Day): LadderStep[] {
  if (!isOpen(standing) || dueDay === null || lateDay === null) return []
  const from = { dueDay, lateDay }
  return ladderSteps.filter((step) => addDays(from[comes[step].after], comes[step].days) <= day)
}

/** Something is left to do. */
export function isOpen(standing: Standing): boolean {
  return standing === 'due' || standing === 'soon' || standing === 'overdue'
}

/** When each step comes: so many days after the due day, or after the first day late. */
export const comes: Record<LadderStep, { after: 'dueDay' | 'lateDay'; days: number }> = {
  '14-days': { after: 'dueDay', days: -14 },
  '7-days': { after: 'dueDay', days: -7 },
  '1-day': { after: 'dueDay', days: -1 },
  overdue: { after: 'lateDay', days: 0 },
  'two-weeks-overdue': { after: 'lateDay', days: 14 },
}

function place(step: LadderStep | undefined): number {
  return step === undefined ? -1 : ladderSteps.indexOf(step)
}
