import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerFrom } from '#app/questions/answer-from.ts'
import { BadAnswer } from '#app/questions/bad-answer.ts'
import { markAnswer } from '#app/questions/mark.ts'
import { askOrdering } from '#app/questions/ordering/ask.ts'
import { aQuestion, refusals } from '#tests/questions.ts'

const ids = ['0000000a', '0000000b', '0000000c', '0000000d']
const spec = { items: ids.map((id) => ({ id, html: id })) }
const question = aQuestion('ordering', spec)

test('each neighbouring pair in the right order earns its share', () => {
  const table: Array<[string, number]> = [
    ['abcd', 1000],
    ['bcda', 667],
    ['dabc', 667],
    ['abdc', 333],
    ['cdab', 667],
    ['badc', 0],
    ['dcba', 0],
  ]
  for (const [order, credit] of table) expect(markAnswer(question, places(order)).credit, order).toBe(credit)
})

test('places that are missing or given twice earn nothing for their pairs', () => {
  expect(markAnswer(question, { '0000000a': 1, '0000000b': 2 }).credit).toBe(333)
  expect(markAnswer(question, { '0000000a': 1, '0000000b': 2, '0000000c': 2, '0000000d': 3 }).credit).toBe(0)
  expect(markAnswer(question, { '0000000a': 1, '0000000b': 1, '0000000c': 2, '0000000d': 3 }).credit).toBe(333)
})

test('the shown order is never the right one, for any seed and any number of items', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 3, max: 7 }), (seed, count) => {
      const items = Array.from({ length: count }, (_, i) => ({ id: `0000000${i}`, html: String(i) }))
      const shown = askOrdering({ items }, seed).items
      expect(shown).not.toEqual(items)
      expect([...shown].sort((a, b) => Number(a.html) - Number(b.html))).toEqual(items)
    }),
    { numRuns: 500 },
  )
})

test('every other order is shown about as often as any', () => {
  const seen = new Map<string, number>()
  for (let seed = 0; seed < 5_000; seed++) {
    const order = askOrdering({ items: spec.items.slice(0, 3) }, String(seed))
      .items.map((item) => item.id.at(-1))
      .join('')
    seen.set(order, (seen.get(order) ?? 0) + 1)
  }
  expect([...seen.keys()].sort()).toEqual(['acb', 'bac', 'bca', 'cab', 'cba'])
  for (const count of seen.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150)
})

test('a place that is none, or beyond the list, is a BadAnswer; an empty one is left out', () => {
  const send = (value: string) =>
    answerFrom(question, [
      ['answer.q1.0000000a', value],
      ['answer.q1.0000000b', '2'],
    ])
  expect(send('')).toEqual({ '0000000b': 2 })
  expect(send('1')).toEqual({ '0000000a': 1, '0000000b': 2 })
  for (const value of ['0', '5', '8', '-1', '1.5', ' 1', 'x', '１']) expect(() => send(value), value).toThrow(BadAnswer)
  expect(answerFrom(question, [['answer.q1.0000000a', '']])).toBeNull()
})

test('what an ordering question must not hold is refused', async () => {
  const cases: Array<[string | null, string]> = [
    [null, '1. Một\n2. Hai\n3. Ba'],
    ['ordering-count', '1. Một\n2. Hai'],
    ['ordering-count', '1. a\n2. b\n3. c\n4. d\n5. e\n6. f\n7. g\n8. h'],
    ['ordering-list-missing', '- Một\n- Hai\n- Ba'],
    ['ordering-list-twice', '1. Một\n2. Hai\n3. Ba\n\nvà\n\n1. Bốn'],
    ['ordering-plain', '1. Một\n2. Hai\n   > Vì\n3. Ba'],
    ['options-alike', '1. Một\n2. Hai\n3. một.'],
    ['option-empty', '1. Một\n2.\n3. Ba'],
  ]
  expect(
    await refusals(
      'ordering',
      cases.map(([, body]) => body),
    ),
  ).toEqual(cases.map(([code]) => code))
})

function places(order: string): Record<string, number> {
  return Object.fromEntries([...order].map((letter, i) => [`0000000${letter}`, i + 1]))
}
