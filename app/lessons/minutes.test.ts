import { expect, test } from 'vitest'
import { minutesOf } from '#app/lessons/minutes.ts'

const lesson = (tieng: number, html = '') => ({
  text: Array.from({ length: tieng }, () => 'tiếng').join(' '),
  cards: [{ id: 'a', title: 'A', isSummary: false, blocks: [{ kind: 'html' as const, html }] }],
})
const words = (count: number) => Array.from({ length: count }, () => 'tiếng').join(' ')
/** Ten tiếng asked, ten explained, five an option; each option has an explanation of its own. */
const question = (options: number) => ({
  promptHtml: `<p>${words(10)}</p>`,
  whyHtml: `<p>${words(10)}</p>`,
  spec: {
    options: Array.from({ length: options }, (_, at) => ({
      id: String(at),
      html: words(5),
      isRight: at === 0,
      whyHtml: words(20),
    })),
  },
})
const questions = (count: number, options: number) => Array.from({ length: count }, () => question(options))

test('officials read 180 tiếng a minute, others 150', () => {
  expect(minutesOf(lesson(900), [], 'officials')).toBe(5)
  expect(minutesOf(lesson(900), [], 'others')).toBe(6)
})

test('a question takes its words and ten seconds for each thing to weigh', () => {
  // 4 × (10 + 10 + 4 × 5) tiếng and 4 × 40 seconds: 0.9 and 2.7 minutes
  expect(minutesOf(lesson(900), questions(4, 4), 'officials')).toBe(9)
})

test('ten short questions take far less than ten long ones, and thinking has an end', () => {
  // 10 × 30 tiếng and 10 × 20 seconds; 10 × 80 tiếng and 10 × 60 seconds
  expect(minutesOf(lesson(900), questions(10, 2))).toBe(11)
  expect(minutesOf(lesson(900), questions(10, 12))).toBe(21)
})

test('a question that only takes typed text is thought about too', () => {
  const typed = { ...question(0), spec: { accepted: ['hỏi'] } }
  expect(minutesOf(lesson(0), Array(9).fill(typed))).toBe(4)
})

test('a practice takes what it says', () => {
  const practices = '<section data-minutes="10"></section><section data-minutes="5"></section>'
  expect(minutesOf(lesson(900, practices), [], 'officials')).toBe(20)
})

test('marks are not read, and no lesson takes no time', () => {
  expect(minutesOf({ text: '– … · “ ”', cards: [] }, [])).toBe(1)
})
