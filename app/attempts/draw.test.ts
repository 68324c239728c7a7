import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawPaper } from '#app/attempts/draw.ts'
import { aQuestion } from '#tests/factories.ts'

const lessons = ['a', 'b', 'c']
const pool = lessons.flatMap((lesson) =>
  [1, 2, 3, 4, 5, 6].map((n) => ({
    lesson,
    question: aQuestion({ id: `${lesson}${n}`, isScenario: n >= 5 && lesson !== 'c' }),
  })),
)
const ids = (paper: ReturnType<typeof drawPaper>) => paper.questions.map(({ question }) => question.id)

test('the same seed draws the same paper, in whatever order the database gave the pool', () => {
  fc.assert(
    fc.property(fc.string(), fc.shuffledSubarray(pool, { minLength: pool.length }), (seed, shuffled) => {
      expect(ids(drawPaper(lessons, 2, shuffled, seed))).toEqual(ids(drawPaper(lessons, 2, pool, seed)))
    }),
  )
})

test('of each lesson as many as asked, none twice, at least one a scenario where the bank has one', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 8 }), (seed, perLesson) => {
      const paper = drawPaper(lessons, perLesson, pool, seed)
      expect(new Set(ids(paper)).size).toBe(3 * Math.min(6, perLesson))
      for (const lesson of ['a', 'b'])
        expect(paper.questions.some((entry) => entry.lesson === lesson && entry.question.isScenario)).toBe(true)
    }),
  )
})

test('every question of a bank gets its turn, and so does every place', () => {
  const papers = Array.from({ length: 400 }, (_, seed) => ids(drawPaper(lessons, 2, pool, String(seed))))
  expect(new Set(papers.flat()).size).toBe(pool.length)
  expect(new Set(papers.map(([first]) => first)).size).toBeGreaterThan(10)
})

test('the draw is fair: of a bank without scenarios each question is drawn about as often as any other', () => {
  const plain = pool.filter(({ lesson }) => lesson === 'c')
  const drawn = new Map<string, number>()
  for (let seed = 0; seed < 3_000; seed++)
    for (const id of ids(drawPaper(['c'], 2, plain, `paper ${seed}`))) drawn.set(id, (drawn.get(id) ?? 0) + 1)

  // 6 questions, 2 drawn, 3,000 papers: 1,000 each, with a standard deviation of 26.
  for (const { question } of plain) expect(Math.abs((drawn.get(question.id) ?? 0) - 1_000)).toBeLessThan(130)
})

test('no place of the paper belongs to a lesson, or to the scenario', () => {
  const places = { a: 0, scenario: 0 }
  for (let seed = 0; seed < 3_000; seed++) {
    const [first] = drawPaper(lessons, 2, pool, `paper ${seed}`).questions
    if (first?.lesson === 'a') places.a++
    if (first?.question.isScenario) places.scenario++
  }
  expect(Math.abs(places.a - 1_000)).toBeLessThan(130)
  // Of six questions at least two are scenarios; the rest of a and b may be as well.
  expect(places.scenario).toBeGreaterThan(900)
  expect(places.scenario).toBeLessThan(2_100)
})

test('a lesson without a bank asks nothing, and the paper remembers which lesson each question is from', () => {
  const paper = drawPaper(['a', 'không có'], 2, pool, 'x')
  expect(paper.seed).toBe('x')
  expect(paper.questions.map(({ lesson }) => lesson)).toEqual(['a', 'a'])
})
