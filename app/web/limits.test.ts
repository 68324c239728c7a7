import fc from 'fast-check'
import { expect, test } from 'vitest'
import routes from '#app/routes.ts'
import { limitedPaths, limits } from '#app/web/limits.ts'
import { addressKey } from '#app/web/limits-address.ts'
import { tokenBuckets } from '#app/web/limits-buckets.ts'

const factory = '113.161.10.10'

/** A clock of the test's own, and the limit of one door. */
function aDoor(path: string, kind: 'loader' | 'action') {
  let nowMs = 0
  const limit = limits(() => nowMs)(path, kind)
  if (!limit) throw new Error(`${path} has no limit`)
  return {
    /** One try; false: refused. */
    pass(status: number, address = factory) {
      if (!limit.take(address)) return false
      limit.ended(address, status)
      return true
    },
    wait: (ms: number) => {
      nowMs += ms
    },
  }
}

test('a factory of 2,000 behind one address signs in within ten minutes, half of it in the first, each with one slip', () => {
  const door = aDoor('sign-in', 'action')
  let refused = 0
  for (let person = 0; person < 2_000; person++) {
    if (!door.pass(422) || !door.pass(303)) refused++
    door.wait(person < 1_000 ? 60 : 540)
  }
  expect(refused).toBe(0)
})

test('the same factory signs up in ten minutes', () => {
  const door = aDoor('sign-up', 'action')
  let refused = 0
  for (let person = 0; person < 2_000; person++) {
    if (!door.pass(303)) refused++
    door.wait(300)
  }
  expect(refused).toBe(0)
})

test('a script that guesses certificate codes at 50 a second is refused within two seconds, and goes on at one in two', () => {
  const door = aDoor('certificates/:code', 'loader')
  let let_in = 0
  for (let guess = 0; guess < 50 * 60; guess++) {
    if (door.pass(404)) let_in++
    door.wait(20)
  }
  expect(let_in).toBeLessThanOrEqual(60 + 30 + 1)
})

test('looking up papers that exist costs nothing', () => {
  const door = aDoor('certificates/:code', 'loader')
  for (let look = 0; look < 1_000; look++) expect(door.pass(200)).toBe(true)
})

test('a script that tries passwords from one address is refused, and others are not', () => {
  const door = aDoor('sign-in', 'action')
  let let_in = 0
  for (let guess = 0; guess < 5_000; guess++) {
    if (door.pass(422, '203.0.113.9')) let_in++
    door.wait(10)
  }
  expect(let_in).toBeLessThanOrEqual(1_000 + 250 + 1)
  expect(door.pass(422)).toBe(true)
})

test('each language and each way of asking for a paper is one door', () => {
  const limitOf = limits()
  expect(limitOf('en/sign-in', 'action')).toBe(limitOf('sign-in', 'action'))
  expect(limitOf('certificates/:code.pdf', 'loader')).toBe(limitOf('en/certificates/:code', 'loader'))
  expect(limitOf('sign-in', 'loader')).toBeNull()
  expect(limitOf('courses/:course', 'loader')).toBeNull()
  expect(limitOf(undefined, 'loader')).toBeNull()
})

test('every limited path is a path of the site', () => {
  const paths = new Set(routes.map(({ path }) => path))
  expect(limitedPaths.filter((path) => !paths.has(path) || !paths.has(`en/${path}`))).toEqual([])
})

test('under IPv6 a whole /64 is one address, and IPv4 stays itself in any dress', () => {
  expect(addressKey('113.161.10.10')).toBe('113.161.10.10')
  expect(addressKey('::ffff:113.161.10.10')).toBe('113.161.10.10')
  expect(addressKey('2402:800:61c5:1::1')).toBe(addressKey('2402:0800:61C5:1:ffff::9'.replace('0800', '800')))
  expect(addressKey('2402:800:61c5:1::1')).not.toBe(addressKey('2402:800:61c5:2::1'))
  expect(addressKey('::1')).toBe('0:0:0:0')
})

test('never more than the burst and what was earned since, whatever the order of tries', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 5_000 }), { maxLength: 200 }), (pauses) => {
      const buckets = tokenBuckets({ burst: 5, perSecond: 2, mostKeys: 10 })
      let nowMs = 0
      let taken = 0
      for (const pause of pauses) {
        nowMs += pause
        if (buckets.take('a', nowMs)) taken++
      }
      expect(taken).toBeLessThanOrEqual(5 + (nowMs / 1000) * 2)
    }),
  )
})

test('of too many addresses the one unused longest is forgotten', () => {
  const buckets = tokenBuckets({ burst: 1, perSecond: 0, mostKeys: 2 })
  expect([buckets.take('a', 0), buckets.take('b', 0), buckets.take('a', 0)]).toEqual([true, true, false])
  buckets.take('c', 0) // forgets b
  expect(buckets.take('a', 0)).toBe(false)
  expect(buckets.take('b', 0)).toBe(true)
})
