import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deadlineOf, isOverdue } from '#app/attempts/deadline.ts'

const at = (time: string) => new Date(`2026-11-22T${time}:00+07:00`)
const window = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) })
const timing = { openedAt: at('09:00'), timeLimitMinutes: 45, extraPercent: 0, windows: [] }

test('without a limit there is no deadline', () => {
  expect(deadlineOf({ ...timing, timeLimitMinutes: null })).toBeNull()
})

test('a limit is in minutes, and extra time is a share of it', () => {
  expect(deadlineOf(timing)).toEqual(at('09:45'))
  expect(deadlineOf({ ...timing, timeLimitMinutes: 40, extraPercent: 50 })).toEqual(at('10:00'))
})

test.each([
  ['before it began', [window('08:00', '08:30')], '09:45'],
  ['when it began', [window('08:30', '09:10')], '09:55'],
  ['in its middle', [window('09:20', '09:30')], '09:55'],
  ['at its end, and beyond', [window('09:40', '10:40')], '10:45'],
  ['after it', [window('09:45', '10:00')], '09:45'],
  ['after it, but within the time given back', [window('09:20', '09:30'), window('09:50', '10:00')], '10:05'],
  ['twice over the same minutes', [window('09:20', '09:30'), window('09:25', '09:35')], '10:00'],
  ['twice, the one inside the other', [window('09:20', '09:40'), window('09:25', '09:30')], '10:05'],
])('time the service was away %s is given back once', (_, windows, deadline) => {
  expect(deadlineOf({ ...timing, windows })).toEqual(at(deadline))
  expect(deadlineOf({ ...timing, windows: [...windows].reverse() })).toEqual(at(deadline))
})

test('an attempt is overdue after its deadline, not at it, and never once closed', () => {
  const attempt = { deadlineAt: at('09:45'), closedAt: null }
  expect(isOverdue(attempt, at('09:45'))).toBe(false)
  expect(isOverdue(attempt, at('09:46'))).toBe(true)
  expect(isOverdue({ ...attempt, closedAt: at('09:30') }, at('09:46'))).toBe(false)
  expect(isOverdue({ deadlineAt: null, closedAt: null }, at('09:46'))).toBe(false)
})

const minutesAfter = (minutes: number) => new Date(at('09:00').getTime() + minutes * 60_000)
const windows = fc.array(
  fc
    .tuple(fc.integer({ min: -60, max: 180 }), fc.integer({ min: 1, max: 90 }))
    .map(([start, length]) => ({ startsAt: minutesAfter(start), endsAt: minutesAfter(start + length) })),
  { maxLength: 6 },
)

test('one more window, or more extra time, never moves a deadline back', () => {
  fc.assert(
    fc.property(windows, windows, fc.nat(300), fc.nat(300), (known, more, extraPercent, again) => {
      const before = deadlineOf({ ...timing, extraPercent, windows: known })
      const later = deadlineOf({ ...timing, extraPercent: extraPercent + again, windows: [...known, ...more] })
      expect(Number(later)).toBeGreaterThanOrEqual(Number(before))
    }),
  )
})

test('whatever the windows, a learner has at least the limit of time in which the service was there', () => {
  fc.assert(
    fc.property(windows, (known) => {
      const deadline = Number(deadlineOf({ ...timing, windows: known }))
      let present = 0
      for (let minute = Number(at('09:00')); minute < deadline; minute += 60_000)
        if (!known.some(({ startsAt, endsAt }) => startsAt.getTime() <= minute && minute < endsAt.getTime())) present++
      expect(present).toBe(45)
    }),
  )
})
