import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LessonState, nextStep } from '#app/courses/next-step.ts'
import { messages } from '#app/i18n/messages.ts'
import { aSheet } from '#tests/course-sheet.ts'

const course = { slug: 'cd9', sheet: aSheet() }
const words = messages('vi').courses.next
const after = (lessons: Record<string, LessonState>, hasPassed = false, certificate: string | null = null) =>
  nextStep(course, { lessons, hasPassed, certificate }, words)

test('who has done nothing begins with the first lesson', () => {
  expect(after({})).toEqual({ kind: 'lesson', href: '/courses/cd9/mua-ve', words: 'Học bài đầu tiên' })
})

test('a lesson opened or read but not done is the next one', () => {
  expect(after({ 'mua-ve': 'opened' })).toMatchObject({ href: '/courses/cd9/mua-ve', words: 'Học tiếp bài 1' })
  expect(after({ 'mua-ve': 'done', 'len-do': 'read' })).toMatchObject({
    href: '/courses/cd9/len-do',
    words: 'Học tiếp bài 2',
  })
})

test('with all lessons done the exam is next', () => {
  expect(after({ 'mua-ve': 'done', 'len-do': 'done' })).toEqual({
    kind: 'exam',
    href: '/courses/cd9/exams/cuoi-khoa',
    words: 'Làm bài kiểm tra',
  })
})

test('who holds the certificate is led to it', () => {
  expect(after({}, true, 'BS-7K4M-Q9TX')).toMatchObject({ kind: 'certificate', href: '/certificates/BS-7K4M-Q9TX' })
})

test('the next lesson is never one that is done', () => {
  const state = fc.constantFrom<LessonState | null>(null, 'opened', 'read', 'done')
  fc.assert(
    fc.property(state, state, (first, second) => {
      const lessons = Object.fromEntries(
        [['mua-ve', first] as const, ['len-do', second] as const].flatMap(([lesson, is]) =>
          is ? [[lesson, is] as const] : [],
        ),
      )
      const next = after(lessons)
      const lesson = next.href.split('/').at(-1) ?? ''
      expect(next.kind === 'lesson' ? lessons[lesson] !== 'done' : first === 'done' && second === 'done').toBe(true)
    }),
  )
})

test('a course that is to be passed again leads to its exam, whatever was learnt', () => {
  const standing = { lessons: {}, hasPassed: true, certificate: null, isRenewal: true }
  expect(nextStep(course, standing, words)).toMatchObject({ kind: 'exam', words: words.examAgain })
})
