import { expect, test } from 'vitest'
import { dayOf, formalDay, formatDay, formatMoment, formatNumber, momentFrom, startOf, yearOf } from '#app/i18n/day.ts'

test('a day is the day in Vietnam: the year turns at 17:00 UTC', () => {
  expect(dayOf(new Date('2026-12-31T16:59:59Z'))).toBe('2026-12-31')
  expect(dayOf(new Date('2026-12-31T17:00:00Z'))).toBe('2027-01-01')
  expect(yearOf(new Date('2026-12-31T16:59:59Z'))).toBe(2026)
  expect(yearOf(new Date('2026-12-31T17:00:00Z'))).toBe(2027)
  expect(startOf('2027-01-01')).toEqual(new Date('2026-12-31T17:00:00Z'))
})

test('a day is written the way its readers write it', () => {
  expect(formatDay('2026-07-01', 'vi')).toBe('01/07/2026')
  expect(formatDay('2026-07-01', 'en')).toBe('1 July 2026')
})

test('a moment carries Vietnamese time, without a leading zero', () => {
  expect(formatMoment(new Date('2026-11-22T02:12:00Z'), 'vi')).toBe('9:12 ngày 22/11/2026')
  expect(formatMoment(new Date('2026-11-22T17:05:00Z'), 'vi')).toBe('0:05 ngày 23/11/2026')
  expect(formatMoment(new Date('2026-11-22T02:12:00Z'), 'en')).toBe('9:12, 22 November 2026')
})

test('formal papers write two digits for days below 10 and for months 1 and 2', () => {
  expect(formalDay('2026-02-05')).toBe('ngày 05 tháng 02 năm 2026')
  expect(formalDay('2026-09-02')).toBe('ngày 02 tháng 9 năm 2026')
  expect(formalDay('2026-11-22')).toBe('ngày 22 tháng 11 năm 2026')
})

test('numbers are written 1.234,5', () => {
  expect(formatNumber(1234.5, 'vi')).toBe('1.234,5')
  expect(formatNumber(1234.5, 'en')).toBe('1,234.5')
})

test('a moment is read by Vietnamese clocks unless it says otherwise; what no calendar has is none', () => {
  expect(momentFrom('2026-11-22T20:00')).toEqual(new Date('2026-11-22T13:00:00Z'))
  expect(momentFrom(' 2026-11-22 20:00:30 ')).toEqual(new Date('2026-11-22T13:00:30Z'))
  expect(momentFrom('2026-11-22T20:00Z')).toEqual(new Date('2026-11-22T20:00:00Z'))
  expect(momentFrom('2026-11-22T20:00:00.5-05:00')).toEqual(new Date('2026-11-23T01:00:00.500Z'))
  for (const none of [
    '',
    'mai',
    '2026-11-22',
    '2026-02-30T10:00',
    '2026-13-01T10:00',
    '2026-11-22T24:30',
    '22/11/2026',
  ])
    expect(momentFrom(none)).toBeNull()
})
