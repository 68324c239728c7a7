import { expect, test } from 'vitest'
import { flagsFrom, questionPath, submissionPath, withFlag } from '#app/attempts/flags.ts'

test('marks in the address are read once each, in order, and nothing else is', () => {
  expect(flagsFrom('7.3.3.x.0.99.-1.1e1', 20)).toEqual([3, 7, 10])
  expect(flagsFrom(null, 20)).toEqual([])
})

test('a mark is set and taken away', () => {
  expect(withFlag([3], 1, true)).toEqual([1, 3])
  expect(withFlag([1, 3], 1, false)).toEqual([3])
  expect(questionPath('a', 2, [1, 3])).toBe('/attempts/a?q=2&flags=1.3')
  expect(questionPath('a', 2, [])).toBe('/attempts/a?q=2')
})

test('the first and the last question can be marked', () => {
  expect(flagsFrom('1.20', 20)).toEqual([1, 20])
  expect(flagsFrom('0.21', 20)).toEqual([])
})

test('marks go along to the page of handing in, and are read back from there as they were set', () => {
  expect(submissionPath('a', [])).toBe('/attempts/a/submission')
  expect(submissionPath('a', [1, 3])).toBe('/attempts/a/submission?flags=1.3')
  const address = new URL(submissionPath('a', withFlag([7], 2, true)), 'https://benso.example')
  expect(flagsFrom(address.searchParams.get('flags'), 20)).toEqual([2, 7])
})
