import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shuffle, shuffleById } from '#app/questions/shuffle.ts'

test('a shuffle keeps every thing once and leaves the given list as it is', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.string(), (things, seed) => {
      const before = [...things]
      expect(shuffle(things, seed).sort()).toEqual([...things].sort())
      expect(things).toEqual(before)
    }),
  )
})

test('the order is the seed’s alone: this one never changes, or stored papers would', () => {
  expect(shuffle([1, 2, 3, 4, 5, 6, 7], 'bến số').join('')).toBe(shuffle([1, 2, 3, 4, 5, 6, 7], 'bến số').join(''))
  expect(shuffle([1, 2, 3, 4, 5, 6, 7], 'a').join('')).toMatchInlineSnapshot(`"7345126"`)
  expect(shuffle([1, 2, 3, 4, 5, 6, 7], 'b').join('')).toMatchInlineSnapshot(`"1624537"`)
})

test('where the author wrote an option has no part in where it is shown', () => {
  const options = ['c', 'a', 'd', 'b'].map((id) => ({ id }))
  fc.assert(
    fc.property(fc.shuffledSubarray(options, { minLength: 4 }), fc.string(), (moved, seed) => {
      expect(shuffleById(moved, seed)).toEqual(shuffleById(options, seed))
    }),
  )
})

test('each of four things stands in each place about as often as any', () => {
  const counts = new Map<string, number>()
  for (let seed = 0; seed < 8_000; seed++) {
    for (const [place, thing] of shuffle(['a', 'b', 'c', 'd'], `paper-${seed}/q`).entries()) {
      counts.set(thing + place, (counts.get(thing + place) ?? 0) + 1)
    }
  }
  expect(counts.size).toBe(16)
  for (const count of counts.values()) expect(Math.abs(count - 2_000)).toBeLessThan(200)
})
