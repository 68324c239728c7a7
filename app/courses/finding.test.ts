import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCompetence } from '#app/courses/competences.ts'
import { coverOf } from '#app/courses/cover-of.ts'
import { holds, nearness, rowOf } from '#app/courses/nearness.ts'
import { picksOf } from '#app/courses/picks-of.ts'
import { formsOf, swapsOf, wordsOf } from '#app/courses/search-words.ts'
import { Recent } from '#app/db/recent.ts'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { aSheet } from '#tests/course-sheet.ts'

const words = (text: string) => wordsOf(text).map(({ exact, folded }) => ({ exact, folded }))

test('words are found where they stand, with their tones and without', () => {
  expect(wordsOf('Lừa đảo, 24 giờ!')).toEqual([
    { start: 0, end: 3, exact: 'lừa', folded: 'lua' },
    { start: 4, end: 7, exact: 'đảo', folded: 'dao' },
    { start: 9, end: 11, exact: '24', folded: '24' },
    { start: 12, end: 15, exact: 'giờ', folded: 'gio' },
  ])
  expect(wordsOf(' … ')).toEqual([])
})

test('both spellings of a tone’s place are one word, another tone is another', () => {
  expect(formsOf('Hoà')).toEqual(formsOf('hòa'))
  expect(formsOf('hoa').exact).not.toBe(formsOf('hòa').exact)
  expect(formsOf('hoa').folded).toBe(formsOf('hòa').folded)
})

test('whatever the text, every word is cut out of it where it says, and read alike the second time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const text = typed.normalize('NFC')
      for (const { start, end, exact, folded } of wordsOf(text))
        expect(formsOf(text.slice(start, end))).toEqual({ exact, folded })
      expect(wordsOf(text)).toEqual(wordsOf(text))
    }),
  )
})

test('a slip that swaps two neighbours is tried in every place, and nowhere else', () => {
  expect(swapsOf('abc')).toEqual(['bac', 'acb'])
  expect([swapsOf('a'), swapsOf('')]).toEqual([[], []])
})

test('neighbours in the question that are neighbours in the text are near, words apart are not', () => {
  expect(nearness(rowOf('tránh lừa đảo qua mạng'), words('lừa đảo'))).toBe(1)
  expect(nearness(rowOf('lừa ai đảo nào'), words('lừa đảo'))).toBe(0)
  expect(nearness(rowOf('lừa đảo qua điện thoại'), words('lừa đảo qua mạng'))).toBe(2 / 3)
  expect(nearness(rowOf('lua dao'), words('lừa đảo'), 'exact')).toBe(0)
  expect(nearness(rowOf('lừa đảo'), words('lừa'))).toBe(1)
  expect(nearness(rowOf('đảo'), words('lừa'))).toBe(0)
})

test('whole words hold, parts of words do not, but the last may be half typed', () => {
  expect(holds(rowOf('thanh toán số'), words('toán số'))).toBe(true)
  expect(holds(rowOf('thanh toán số'), words('thanh to'))).toBe(true)
  expect(holds(rowOf('thanh toán số'), words('to thanh'))).toBe(false)
  expect(holds(rowOf('thanh toán số'), words('oán'))).toBe(false)
})

test('the first page picks four courses, those for citizens first, each audience in its order', () => {
  const course = (slug: string, audience: 'citizens' | 'workers' | 'officials') => ({
    slug,
    sheet: aSheet({ audience }),
  })
  const all = [
    course('cb1', 'officials'),
    course('cd1', 'citizens'),
    course('cn1', 'workers'),
    course('cd2', 'citizens'),
    course('cb2', 'officials'),
  ]
  const picked = picksOf(all).map(({ slug }) => slug)
  expect(picked).toHaveLength(4)
  expect(picked.slice(0, 2)).toEqual(['cd1', 'cd2'])
  expect(all.map(({ slug }) => slug)).toEqual(['cb1', 'cd1', 'cn1', 'cd2', 'cb2'])
  expect(picksOf([])).toEqual([])
})

test('a cover stands under its course with the version of its file', () => {
  expect(coverOf('cd3', { cover: 'media/cover.svg?v=0123' })).toBe('/courses/cd3/media/cover.svg?v=0123')
})

test('every competence of the frame has a name in both languages, and nothing else is one', () => {
  const [vi, en] = [messages('vi').courses.competences, messages('en').courses.competences]
  expect(Object.keys(vi)).toHaveLength(24)
  expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort())
  for (const code of Object.keys(vi)) expect(isCompetence(code)).toBe(true)
  for (const code of ['', '1.4', '7.1', '4', '4.2 ', 'toString']) expect(isCompetence(code)).toBe(false)
})

test('the same address in English stands under /en, in Vietnamese as it is', () => {
  expect(['/', '/courses', '/courses/cd3?mine#a'].map((path) => localPath('en', path))).toEqual([
    '/en',
    '/en/courses',
    '/en/courses/cd3?mine#a',
  ])
  expect(['/', '/courses'].map((path) => localPath('vi', path))).toEqual(['/', '/courses'])
})

test('of what is kept in memory the one unasked longest leaves first, and never more stay than allowed', () => {
  const recent = new Recent<string, number>(2)
  recent.keep('a', 1)
  recent.keep('b', 2)
  expect(recent.get('a')).toBe(1)
  recent.keep('c', 3)
  expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([1, undefined, 3])
  recent.keep('a', 9)
  recent.keep('d', 4)
  expect([recent.get('a'), recent.get('c'), recent.get('d')]).toEqual([9, undefined, 4])
  recent.forget('d')
  expect(recent.get('d')).toBeUndefined()
})
