import fc from 'fast-check'
import { expect, test } from 'vitest'
import { marksOf } from '#app/attempts/marks.ts'
import { questionKinds } from '#app/questions/question.ts'
import { aQuestion } from '#tests/factories.ts'
import { cases } from '#tests/question-arbitraries.ts'

const right = '0000000a'
const wrong = '0000000b'
const paperOf = (...questions: ReturnType<typeof aQuestion>[]) => ({
  seed: 's',
  questions: questions.map((question) => ({ lesson: 'a', question })),
})
const rules = { passPercent: 70, mustBeRight: 'none' } as const

test('the pass mark is reached at the mark itself, not a hair below it', () => {
  const questions = Array.from({ length: 10 }, (_, n) => aQuestion({ id: `q${n}` }))
  const answers = (count: number) => new Map(questions.slice(0, count).map(({ id }) => [id, right]))
  expect(marksOf(paperOf(...questions), answers(7), rules)).toMatchObject({ credit: 700, isPassed: true })
  expect(marksOf(paperOf(...questions), answers(6), rules)).toMatchObject({ credit: 600, isPassed: false })
})

test('points weigh, and credit is rounded down', () => {
  const paper = paperOf(aQuestion({ id: 'a', points: 2 }), aQuestion({ id: 'b', points: 1 }))
  expect(marksOf(paper, new Map([['a', right]]), { ...rules, passPercent: 67 })).toMatchObject({
    credit: 666,
    isPassed: false,
  })
})

test('an answer left out, taken back or wrong earns nothing', () => {
  const paper = paperOf(aQuestion({ id: 'a' }), aQuestion({ id: 'b' }), aQuestion({ id: 'c' }))
  expect(
    marksOf(
      paper,
      new Map<string, unknown>([
        ['a', null],
        ['b', wrong],
      ]),
      rules,
    ).credit,
  ).toBe(0)
})

test('questions that must be right must be right, whatever the sum', () => {
  const questions = [
    aQuestion({ id: 'plain1' }),
    aQuestion({ id: 'plain2' }),
    aQuestion({ id: 'plain3' }),
    aQuestion({ id: 'scenario', isScenario: true }),
    aQuestion({ id: 'marked', mustBeRight: true }),
  ]
  const all = new Map(questions.map(({ id }) => [id, right]))
  const without = (id: string) => new Map([...all, [id, wrong]])
  const passes = (answers: Map<string, string>, mustBeRight: 'none' | 'scenario' | 'marked') =>
    marksOf(paperOf(...questions), answers, { ...rules, mustBeRight }).isPassed

  expect(passes(without('scenario'), 'none')).toBe(true)
  expect(passes(without('scenario'), 'scenario')).toBe(false)
  expect(passes(without('marked'), 'scenario')).toBe(true)
  expect(passes(without('marked'), 'marked')).toBe(false)
  expect(passes(all, 'scenario')).toBe(true)
})

test('an empty paper is not passed', () => {
  expect(marksOf(paperOf(), new Map(), { ...rules, passPercent: 0 })).toMatchObject({ credit: 0, isPassed: false })
})

const asked = fc.record({
  one: fc.constantFrom(...questionKinds).chain((kind) => cases[kind]),
  points: fc.integer({ min: 1, max: 5 }),
  isScenario: fc.boolean(),
  mustBeRight: fc.boolean(),
  given: fc.constantFrom('right', 'any', 'none'),
})
const rulesOfAnyCourse = fc.record({
  passPercent: fc.integer({ min: 1, max: 100 }),
  mustBeRight: fc.constantFrom('none' as const, 'scenario' as const, 'marked' as const),
})

/** A paper with its rules, the answers given and the right ones. */
const sittings = fc
  .tuple(fc.array(asked, { minLength: 1, maxLength: 8 }), rulesOfAnyCourse)
  .map(([all, courseRules]) => {
    const questions = all.map(({ one, given, ...changes }, place) => ({ ...one.question, ...changes, id: `q${place}` }))
    const rightOf = new Map(all.map(({ one }, place) => [`q${place}`, one.right]))
    const answers = new Map<string, unknown>(
      all.flatMap(({ one, given }, place) =>
        given === 'none' ? [] : [[`q${place}`, given === 'right' ? one.right : one.answer] as const],
      ),
    )
    return { paper: paperOf(...questions), rightOf, answers, rules: courseRules }
  })

test('whatever is asked and answered, marks lie between nothing and full, and full marks pass', () => {
  fc.assert(
    fc.property(sittings, ({ paper, rightOf, answers, rules }) => {
      const { credit, isPassed, mustBeRight } = marksOf(paper, answers, rules)
      expect(Number.isInteger(credit) && credit >= 0 && credit <= 1000).toBe(true)
      if (isPassed) {
        expect(credit).toBeGreaterThanOrEqual(rules.passPercent * 10)
        expect(mustBeRight).toEqual([])
      }
      expect(marksOf(paper, rightOf, rules)).toMatchObject({ credit: 1000, isPassed: true, mustBeRight: [] })
      expect(marksOf(paper, new Map(), rules)).toMatchObject({ credit: 0, isPassed: false })
    }),
  )
})

test('one answer more that is right never lowers a mark, and never fails who had passed', () => {
  fc.assert(
    fc.property(sittings, fc.nat(), ({ paper, rightOf, answers, rules }, which) => {
      const mended = paper.questions[which % paper.questions.length]?.question.id ?? ''
      const before = marksOf(paper, answers, rules)
      const after = marksOf(paper, new Map([...answers, [mended, rightOf.get(mended)]]), rules)
      expect(after.credit).toBeGreaterThanOrEqual(before.credit)
      if (before.isPassed) expect(after.isPassed).toBe(true)
    }),
  )
})
