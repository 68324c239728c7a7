import { expect, test } from 'vitest'
import { wordsFor } from '#app/attempts/browser/clock.ts'

const clock = { dataset: { template: 'Còn {minutes} phút', last: 'Còn chưa đến 1 phút', over: 'Hết giờ' } }

test('the clock says whole minutes, then the last one, then the end', () => {
  expect(wordsFor(clock, 38 * 60_000 + 59_000)).toBe('Còn 38 phút')
  expect(wordsFor(clock, 59_999)).toBe('Còn chưa đến 1 phút')
  expect(wordsFor(clock, 0)).toBe('Hết giờ')
})
