import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/i18n/calendar.ts'
import type { Day } from '#app/i18n/day.ts'
import { hearsOf, type LadderStep, ladderSteps, stepDue, type Turn } from '#app/requirements/reminders/ladder.ts'
import type { Standing } from '#app/requirements/standing/standing.ts'

const dueDay = '2026-03-31'
const nothing = new Set<LadderStep>()

/** By the calendar alone: open from the first day on, late after due day and grace. */
function turnOn(day: Day, graceDays = 0): Turn {
  const lateDay = addDays(dueDay, graceDays + 1)
  return { standing: day >= lateDay ? 'overdue' : addDays(day, 14) >= dueDay ? 'soon' : 'due', dueDay, lateDay }
}

const stepOn = (day: Day, taken: ReadonlySet<LadderStep> = nothing, graceDays = 0) =>
  stepDue(turnOn(day, graceDays), taken, day)

/** What is sent by runs on these days, in the order in which they came. */
function climb(days: readonly Day[], { graceDays = 0, standing }: { graceDays?: number; standing?: Standing } = {}) {
  const taken = new Set<LadderStep>()
  const sent: Array<{ step: LadderStep; day: Day }> = []
  for (const day of days) {
    const turn = turnOn(day, graceDays)
    const taking = stepDue(standing ? { ...turn, standing } : turn, taken, day)
    if (!taking) continue
    for (const step of [taking.step, ...taking.passedOver]) {
      expect(taken.has(step)).toBe(false)
      taken.add(step)
    }
    sent.push({ step: taking.step, day })
  }
  return { sent, taken }
}

const someDays = fc.array(
  fc.integer({ min: -40, max: 60 }).map((days) => addDays(dueDay, days)),
  { maxLength: 40 },
)
const someGrace = fc.integer({ min: 0, max: 20 })

test('with a run each day, each step comes on its day', () => {
  const days = Array.from({ length: 60 }, (_, place) => addDays('2026-03-01', place))
  expect(climb(days, { graceDays: 5 }).sent).toEqual([
    { step: '14-days', day: '2026-03-17' },
    { step: '7-days', day: '2026-03-24' },
    { step: '1-day', day: '2026-03-30' },
    { step: 'overdue', day: '2026-04-06' },
    { step: 'two-weeks-overdue', day: '2026-04-20' },
  ])
})

test('missed runs are caught up with by the latest step, and the earlier ones are passed over', () => {
  expect(stepOn('2026-03-29')).toEqual({ step: '7-days', passedOver: ['14-days'] })
  expect(stepOn('2026-04-10')).toEqual({ step: 'overdue', passedOver: ['14-days', '7-days', '1-day'] })
})

test('in grace the learner may still hear that the day has passed, and nobody else hears anything', () => {
  const taking = stepOn('2026-04-03', nothing, 5)
  expect(taking?.step).toBe('1-day')
  expect(taking && hearsOf(taking)).toEqual({ learner: true, heads: false, agency: false })
  expect(stepOn('2026-04-03', new Set<LadderStep>(['14-days', '7-days', '1-day']), 5)).toBeNull()
})

test('the agency is told alone of whom the others heard, and the others with it when they have not', () => {
  const all = new Set<LadderStep>(['14-days', '7-days', '1-day', 'overdue'])
  const [usual, late] = [stepOn('2026-04-20', all), stepOn('2026-04-20')]
  expect(usual && hearsOf(usual)).toEqual({ learner: false, heads: false, agency: true })
  expect(late && hearsOf(late)).toEqual({ learner: true, heads: true, agency: true })
})

test('each step is taken at most once, on or after its day, whatever runs are missed or repeated, forwards or back', () => {
  fc.assert(
    fc.property(someDays, someGrace, (days, graceDays) => {
      const { sent, taken } = climb(days, { graceDays })
      expect(new Set(sent.map(({ step }) => step)).size).toBe(sent.length)
      const places = sent.map(({ step }) => ladderSteps.indexOf(step))
      expect(places).toEqual([...places].sort((a, b) => a - b))
      for (const { step, day } of sent) expect(day >= earliest(step, graceDays)).toBe(true)
      const last = [...days].sort().at(-1) ?? ''
      expect([...taken].sort()).toEqual(ladderSteps.filter((step) => last >= earliest(step, graceDays)).sort())
    }),
  )
})

test('what is sent is decided by the days alone: a run that is made again on a day, or on one before, sends nothing more', () => {
  fc.assert(
    fc.property(someDays, someGrace, (days, graceDays) => {
      const again = days.flatMap((day, place) => [day, day, days[place % 3] ?? day].filter((one) => one <= day))
      expect(climb(again, { graceDays }).sent).toEqual(climb(days, { graceDays }).sent)
      expect(climb([...days, ...[...days].reverse()], { graceDays }).sent).toEqual(climb(days, { graceDays }).sent)
    }),
  )
})

test('of who is done, excused or not asked nothing is ever said', () => {
  const silent = fc.constantFrom<Standing>('done', 'done-late', 'excused', 'not-due')
  fc.assert(
    fc.property(someDays, silent, (days, standing) => {
      expect(climb(days, { standing }).sent).toEqual([])
    }),
  )
})

/** Told again in other words than the ladder's own. */
function earliest(step: LadderStep, graceDays: number): Day {
  const days = {
    '14-days': -14,
    '7-days': -7,
    '1-day': -1,
    overdue: graceDays + 1,
    'two-weeks-overdue': graceDays + 15,
  }
  return addDays(dueDay, days[step])
}
