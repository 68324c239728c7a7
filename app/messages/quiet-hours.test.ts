import fc from 'fast-check'
import { expect, test } from 'vitest'
import { momentFrom } from '#app/i18n/day.ts'
import { isQuiet, outsideQuietHours } from '#app/messages/quiet-hours.ts'

const at = (text: string) => momentFrom(text) ?? new Date(Number.NaN)

test('what falls between 20:00 and 07:00 waits for seven o’clock', () => {
  expect(outsideQuietHours(at('2026-12-31T20:00'))).toEqual(at('2027-01-01T07:00'))
  expect(outsideQuietHours(at('2026-11-23T23:59'))).toEqual(at('2026-11-24T07:00'))
  expect(outsideQuietHours(at('2026-11-24T00:00'))).toEqual(at('2026-11-24T07:00'))
  expect(outsideQuietHours(at('2026-11-24T06:59'))).toEqual(at('2026-11-24T07:00'))
})

test('by day nothing waits, from the first moment to the last', () => {
  for (const moment of [at('2026-11-24T07:00'), at('2026-11-24T12:30'), new Date(at('2026-11-24T20:00').getTime() - 1)])
    expect(outsideQuietHours(moment)).toBe(moment)
})

test('it is never quiet then, never earlier than asked, and at most eleven hours later', () => {
  const moments = fc.date({ min: new Date('1960-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(moments, (asked) => {
      const moved = outsideQuietHours(asked)
      const laterMs = moved.getTime() - asked.getTime()
      return !isQuiet(moved) && laterMs >= 0 && laterMs <= 11 * 3_600_000
    }),
    { numRuns: 2_000 },
  )
})
