import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LessonWork, minutesLacking, progressIn, studiedSeconds } from '#app/enrolments/completion.ts'
import { joinStudy, type Study, studyRow } from '#app/enrolments/study.ts'

const sheet = {
  completion: { practice: true, minutesPercent: 50 },
  lessons: [
    { lesson: 'a', title: 'A', minutes: 10, questions: ['a1', 'a2'], outcomes: [] },
    { lesson: 'b', title: 'B', minutes: 4, questions: [], outcomes: [] },
  ],
}
const start = new Date('2026-11-22T01:00:00Z')
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)
const work = (seconds: number, answered: string[] = [], readAt: Date | null = later(1)): LessonWork => ({
  openedAt: start,
  readAt,
  seconds,
  answered: new Set(answered),
})
const done = new Map([
  ['a', work(300, ['a1', 'a2'])],
  ['b', work(120)],
])

test('a course is complete when lessons are read, practice answered, minutes spent and the exam passed', () => {
  expect(progressIn(sheet, done, true, later(3600)).isComplete).toBe(true)
})

test.each([
  ['reading', new Map([...done, ['b', work(120, [], null)]]), { read: ['b'] }],
  ['practice', new Map([...done, ['a', work(300, ['a1'])]]), { practice: ['a'] }],
  ['minutes', new Map([...done, ['a', work(299, ['a1', 'a2'])]]), { minutes: ['a'] }],
])('without all of the %s it is not, and the page can say what is missing', (_, given, missing) => {
  const progress = progressIn(sheet, given, true, later(3600))
  expect(progress.isComplete).toBe(false)
  expect(progress.missing).toEqual({ read: [], practice: [], minutes: [], exam: false, ...missing })
})

test.each([
  ['299 of 300 seconds', ['a1', 'a2'], later(1), 299, 1],
  ['240 of 300 seconds', ['a1', 'a2'], later(1), 240, 1],
  ['239 of 300 seconds', ['a1', 'a2'], later(1), 239, 2],
  ['nothing at all', ['a1', 'a2'], later(1), 300, 0],
  ['practice too', ['a1'], later(1), 0, 0],
  ['reading too', ['a1', 'a2'], null, 0, 0],
])('minutes are said to lack where nothing else does, in whole ones: %s', (_, answered, readAt, seconds, minutes) => {
  const [lesson] = progressIn(sheet, new Map([['a', work(seconds, answered, readAt)]]), false, later(3600)).lessons
  expect(lesson && minutesLacking(sheet.completion, lesson)).toBe(minutes)
})

test('the exam must be passed', () => {
  expect(progressIn(sheet, done, false, later(3600))).toMatchObject({ isComplete: false, missing: { exam: true } })
})

test('a course that asks for no practice and no minutes does not wait for them', () => {
  const easy = { ...sheet, completion: { practice: false, minutesPercent: 0 } }
  const read = new Map([
    ['a', work(0)],
    ['b', work(0)],
  ])
  expect(progressIn(easy, read, true, later(3600)).isComplete).toBe(true)
})

test('nobody has studied longer than since they opened the lesson', () => {
  expect(studiedSeconds({ openedAt: start, seconds: 100_000 }, later(90))).toBe(90)
  expect(studiedSeconds({ openedAt: null, seconds: 100 }, later(90))).toBe(0)
})

const studies = fc.array(
  fc.record<Study>({
    lesson: fc.constant('a'),
    kind: fc.constantFrom('opened', 'studied', 'read'),
    at: fc.integer({ min: 0, max: 5000 }).map(later),
    seconds: fc.integer({ min: 1, max: 600 }),
  }),
  { minLength: 1, maxLength: 20 },
)

test('progress is the same in whatever order things arrive', () => {
  fc.assert(
    fc.property(studies, fc.func(fc.integer()), (given, rank) => {
      const shuffled = [...given].sort((a, b) => rank(a) - rank(b))
      expect(shuffled.map(studyRow).reduce(joinStudy)).toEqual(given.map(studyRow).reduce(joinStudy))
    }),
  )
})

test('one more thing done never takes progress away', () => {
  fc.assert(
    fc.property(studies, studies, (given, more) => {
      const row = given.map(studyRow).reduce(joinStudy)
      const grown = more.map(studyRow).reduce(joinStudy, row)
      expect(grown.seconds).toBeGreaterThanOrEqual(row.seconds)
      expect(row.readAt === null || (grown.readAt !== null && grown.readAt <= row.readAt)).toBe(true)
      const now = later(100_000)
      expect(studiedSeconds(grown, now)).toBeGreaterThanOrEqual(studiedSeconds(row, now))
    }),
  )
})
