import { expect, test } from 'vitest'
import { scamOfWeek } from '#app/courses/scam-of-week.ts'

const scams = ['điện', 'công an', 'con', 'đầu tư']

test('the scam stays from Monday to Sunday and changes on Monday', () => {
  const [sunday, monday, nextSunday] = ['2026-11-22', '2026-11-23', '2026-11-29'].map((day) => scamOfWeek(scams, day))

  expect(monday).not.toBe(sunday)
  expect(nextSunday).toBe(monday)
})

test('in four weeks each has its turn', () => {
  expect(
    new Set(['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'].map((day) => scamOfWeek(scams, day))).size,
  ).toBe(4)
})

test('with nothing to warn of there is no scam', () => {
  expect(scamOfWeek([], '2026-11-22')).toBeUndefined()
})
