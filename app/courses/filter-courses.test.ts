import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choicesIn, filterCourses, filterFrom, isFiltering, minutesOf } from '#app/courses/filter-courses.ts'
import { aLesson, aSheet } from '#tests/course-sheet.ts'

const lasting = (minutes: number) => [aLesson('mot', 'Một', { minutes })]
const courses = [
  { slug: 'dan', sheet: aSheet({ audience: 'citizens', level: [1, 2], competences: ['1.2'], lessons: lasting(60) }) },
  {
    slug: 'tho',
    sheet: aSheet({ audience: 'workers', level: [2, 3], competences: ['1.2', '4.1'], lessons: lasting(61) }),
  },
  {
    slug: 'quan',
    sheet: aSheet({ audience: 'officials', level: [3, 4], competences: ['6.1'], lessons: lasting(121) }),
  },
]
const slugs = (address: string) =>
  filterCourses(courses, filterFrom(new URLSearchParams(address))).map(({ slug }) => slug)

test('without a filter every course stays, in its order', () => {
  expect(slugs('')).toEqual(['dan', 'tho', 'quan'])
})

test('each filter keeps what fits, and filters add up', () => {
  expect(slugs('audience=workers')).toEqual(['tho'])
  expect(slugs('level=2')).toEqual(['dan', 'tho'])
  expect(slugs('level=3')).toEqual(['tho', 'quan'])
  expect(slugs('competence=1.2')).toEqual(['dan', 'tho'])
  expect(slugs('minutes=60')).toEqual(['dan'])
  expect(slugs('minutes=60-120')).toEqual(['dan', 'tho'])
  expect(slugs('minutes=120')).toEqual(['quan'])
  expect(slugs('competence=1.2&level=2&minutes=60')).toEqual(['dan'])
  expect(slugs('audience=enterprises')).toEqual([])
})

test('what the address holds and nobody understands counts as not chosen', () => {
  expect(slugs('audience=everyone&level=99&level=x&competence=9.9&minutes=5&q=%00')).toEqual(['dan', 'tho', 'quan'])
  expect(isFiltering(filterFrom(new URLSearchParams('q=otp&audience=')))).toBe(false)
  expect(isFiltering(filterFrom(new URLSearchParams('level=2')))).toBe(true)
})

test('what is kept is always among what there was, whatever the address', () => {
  fc.assert(
    fc.property(fc.webQueryParameters(), (address) => {
      const kept = slugs(address)
      expect(['dan', 'tho', 'quan'].filter((slug) => kept.includes(slug))).toEqual(kept)
    }),
  )
})

test('only levels and competences of courses that exist can be chosen', () => {
  expect(choicesIn(courses)).toEqual({ levels: [1, 2, 3, 4], competences: ['1.2', '4.1', '6.1'] })
  expect(choicesIn([])).toEqual({ levels: [], competences: [] })
})

test('a course lasts as long as its lessons together', () => {
  expect(minutesOf(aSheet())).toBe(20)
})
