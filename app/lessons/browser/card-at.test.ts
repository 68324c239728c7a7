import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cardAt } from '#app/lessons/browser/card-at.ts'

const height = 700

/** Which card one is at, at each step of scrolling through cards of these heights. */
function journey(heights: number[], head = 200, foot = 150, step = 10): number[] {
  const tops = heights.map((_, place) => head + heights.slice(0, place).reduce((sum, one) => sum + one, 0))
  const whole = head + heights.reduce((sum, one) => sum + one, 0) + foot
  const end = Math.max(0, whole - height)
  const stops = Array.from({ length: Math.ceil(end / step) + 1 }, (_, place) => Math.min(end, place * step))
  return stops.map((scrolled) =>
    cardAt(
      tops.map((top) => top - scrolled),
      { height, scrolled, whole },
    ),
  )
}

test('with long cards it is the one in the upper half, and the last at the end', () => {
  const places = journey([900, 900, 900])
  expect(places[0]).toBe(0)
  expect(places.at(-1)).toBe(2)
})

test('short last cards are passed one after the other, not jumped over', () => {
  const places = journey([900, 900, 60, 60, 60])
  expect([...new Set(places)]).toEqual([0, 1, 2, 3, 4])
})

test('whatever the cards, scrolling on never counts back, and the end of the page is the last card', () => {
  const cards = fc.array(fc.integer({ min: 40, max: 1500 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(cards, fc.nat(600), fc.nat(600), (heights, head, foot) => {
      const places = journey(heights, head, foot)
      expect(places).toEqual([...places].sort((a, b) => a - b))
      if (places.length > 1) expect(places.at(-1)).toBe(heights.length - 1)
    }),
  )
})

test('a lesson that fits the screen whole is at its end: there is nowhere to scroll to', () => {
  expect(cardAt([100, 300, 500], { height, scrolled: 0, whole: 650 })).toBe(2)
  expect(cardAt([100, 300, 1500], { height, scrolled: 0, whole: 1800 })).toBe(1)
})
