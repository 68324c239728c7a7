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
