import { expect, test } from 'vitest'
import { draftProblems, publishingProblems } from '#app/requirements/asking/check-form.ts'
import type { RequirementForm } from '#app/requirements/asking/requirement-form.ts'
import { aForm } from '#tests/asking.ts'

const draft = (changes: Partial<RequirementForm>) => draftProblems(aForm('u', ['c'], changes))
const fixed = (opensDay: string, dueDay: string) => draft({ window: { kind: 'fixed', opensDay, dueDay } })
const publish = (changes: Partial<RequirementForm>, today = '2026-03-01') =>
  publishingProblems(aForm('u', ['c'], changes), today)

test('a due day on 31 February, none at all, or before the opening is refused', () => {
  expect(fixed('2026-01-01', '2026-02-31')).toEqual(['due-wrong'])
  expect(fixed('2026-01-01', '')).toEqual(['due-wrong'])
  expect(fixed('2026-02-30', '2026-03-31')).toEqual(['opens-wrong'])
  expect(fixed('2026-03-01', '2026-02-28')).toEqual(['due-before-opening'])
  expect(fixed('2026-03-01', '2026-03-01')).toEqual([])
})

test('days and months are whole numbers within reason', () => {
  for (const days of [0, -1, 1.5, Number.NaN, 99_999])
    expect(draft({ window: { kind: 'joining', days } })).toEqual(['days-wrong'])
  expect(draft({ window: { kind: 'joining', days: 30 } })).toEqual([])
  expect(draft({ window: { kind: 'recurring', firstDay: '2026-01-31', everyMonths: 0 } })).toEqual(['months-wrong'])
  expect(draft({ window: { kind: 'recurring', firstDay: '2026-02-31', everyMonths: 3 } })).toEqual(['opens-wrong'])
  expect(draft({ window: { kind: 'recurring', firstDay: '2026-01-31', everyMonths: 3 } })).toEqual([])
  expect(draft({ graceDays: -1, atLeastDays: 0.5 })).toEqual(['grace-wrong', 'at-least-wrong'])
})

test('a draft may wait for its decision, what is published may not', () => {
  expect(draft({ decisionNumber: '', decisionDay: '' })).toEqual([])
  expect(draft({ decisionDay: '2026-02-31' })).toEqual(['decision-day-wrong'])
  expect(publish({ decisionNumber: '', decisionDay: '' })).toEqual(['decision-number', 'decision-day'])
  expect(publish({})).toEqual([])
})

test('a window that ended is not published; on its last day it still is', () => {
  expect(publish({}, '2026-07-01')).toEqual(['window-ended'])
  expect(publish({}, '2026-06-30')).toEqual([])
})
