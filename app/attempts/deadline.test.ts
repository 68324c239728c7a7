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
