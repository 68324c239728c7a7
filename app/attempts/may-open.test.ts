import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type EarlierAttempt, refusalOf } from '#app/attempts/may-open.ts'

const noon = new Date('2026-11-22T05:00:00Z')
const hours = (count: number) => new Date(noon.getTime() + count * 3_600_000)
const free = { attempts: null, waitHours: 0 }
const closed = (number: number, changes: Partial<EarlierAttempt> = {}): EarlierAttempt => ({
  id: `a${number}`,
  number,
  closedAt: hours(number),
  isPassed: false,
  ...changes,
})

test('without limits one may always begin again, until the exam is passed', () => {
  const many = [1, 2, 3, 4].map((number) => closed(number))
  expect(refusalOf(free, [], noon)).toBeNull()
  expect(refusalOf(free, many, noon)).toBeNull()
  expect(refusalOf(free, [closed(1, { isPassed: true }), closed(2)], noon)).toEqual({ kind: 'passed', attempt: 'a1' })
})

test('the number of attempts is allowed to the last one, and an attempt under way counts', () => {
  const twice = { attempts: 2, waitHours: 0 }
  expect(refusalOf(twice, [closed(1)], noon)).toBeNull()
  expect(refusalOf(twice, [closed(1), closed(2)], noon)).toEqual({ kind: 'used-up', attempts: 2 })
  expect(refusalOf(twice, [closed(1), closed(2, { closedAt: null, isPassed: null })], noon)).toEqual({
    kind: 'used-up',
    attempts: 2,
  })
})

test('the wait runs from the attempt closed last, and is over at its very moment', () => {
  const daily = { attempts: null, waitHours: 24 }
  const earlier = [closed(2), closed(1)]
  const until = hours(26)
  expect(refusalOf(daily, [], noon)).toBeNull()
  expect(refusalOf(daily, earlier, new Date(until.getTime() - 1))).toEqual({ kind: 'wait', until })
  expect(refusalOf(daily, earlier, until)).toBeNull()
})

test('who passed is told so, and who used up all attempts is not told to wait', () => {
  const strict = { attempts: 1, waitHours: 24 }
  expect(refusalOf(strict, [closed(1, { isPassed: true })], noon)).toMatchObject({ kind: 'passed' })
  expect(refusalOf(strict, [closed(1)], noon)).toMatchObject({ kind: 'used-up' })
})

test('waiting never makes a refusal out of a permission', () => {
  const rules = fc.record({
    attempts: fc.option(fc.integer({ min: 1, max: 5 })),
    waitHours: fc.integer({ min: 0, max: 72 }),
  })
  const earlier = fc.array(
    fc.record({
      id: fc.string(),
      number: fc.nat(),
      closedAt: fc.option(fc.integer({ min: 0, max: 99 }).map(hours)),
      isPassed: fc.option(fc.boolean()),
    }),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(rules, earlier, fc.integer({ min: 0, max: 200 }), fc.nat({ max: 200 }), (rule, attempts, now, more) => {
      if (refusalOf(rule, attempts, hours(now)) === null)
        expect(refusalOf(rule, attempts, hours(now + more))).toBeNull()
    }),
  )
})

test('since a renewal was opened what was closed before counts no more, and what began before still may end', () => {
  const strict = { attempts: 2, waitHours: 0 }
  const renewed = hours(10)
  const before = [closed(1), closed(2, { isPassed: true })]
  expect(refusalOf(strict, before, hours(11), renewed)).toBeNull()
  expect(refusalOf(strict, [...before, closed(10), closed(11)], hours(12), renewed)).toMatchObject({ kind: 'used-up' })
  expect(refusalOf(strict, [...before, closed(10, { isPassed: true })], hours(12), renewed)).toMatchObject({
    kind: 'passed',
    attempt: 'a10',
  })
  expect(refusalOf({ attempts: null, waitHours: 24 }, before, hours(11), renewed)).toEqual({
    kind: 'wait',
    until: hours(26),
  })
})
