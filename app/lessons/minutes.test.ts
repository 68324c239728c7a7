import { expect, test } from 'vitest'
import { minutesOf } from '#app/lessons/minutes.ts'

const lesson = (tieng: number, html = '') => ({
  text: Array.from({ length: tieng }, () => 'tiếng').join(' '),
  cards: [{ id: 'a', title: 'A', isSummary: false, blocks: [{ kind: 'html' as const, html }] }],
})
const questions = (count: number) => Array.from({ length: count }, (_, at) => ({ id: String(at) }))

test('officials read 180 tiếng a minute, others 150', () => {
  expect(minutesOf(lesson(900), [], 'officials')).toBe(5)
  expect(minutesOf(lesson(900), [], 'others')).toBe(6)
})

test('a question takes a minute and a half', () => {
  expect(minutesOf(lesson(900), questions(4), 'officials')).toBe(11)
})

test('a practice takes what it says', () => {
  const practices = '<section data-minutes="10"></section><section data-minutes="5"></section>'
  expect(minutesOf(lesson(900, practices), [], 'officials')).toBe(20)
})

test('marks are not read, and no lesson takes no time', () => {
  expect(minutesOf({ text: '– … · “ ”', cards: [] }, [])).toBe(1)
})
