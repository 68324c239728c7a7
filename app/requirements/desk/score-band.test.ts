import { expect, test } from 'vitest'
import { bandOf } from '#app/requirements/desk/score-band.ts'

test('a band begins with 80 and with 90 of a hundred; without an exam there is none', () => {
  expect([null, 600, 799, 800, 899, 900, 1000].map(bandOf)).toEqual([
    null,
    'passed',
    'passed',
    'middle',
    'middle',
    'high',
    'high',
  ])
})
