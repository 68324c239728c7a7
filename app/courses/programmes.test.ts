import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { offeredFrom } from '#app/courses/programmes.ts'
import { readProgrammes } from '#app/courses/programmes-file.server.ts'

const shipped = readProgrammes(readFileSync('content/programmes.yaml', 'utf8'), 'programmes.yaml')

/** Line 1 is its code, line 5 its first course. */
const programme = (courses: string[], code = 'CBS') =>
  `- code: ${code}\n  title: { vi: Cán bộ số, en: Officials }\n  summary: { vi: Bốn khóa, en: Four courses }\n  courses:\n${courses
    .map((course) => `    - ${course}\n`)
    .join('')}`

const refusal = (text: string) => {
  try {
    readProgrammes(text, 'p.yaml')
    return ''
  } catch (problem) {
    return String(problem)
  }
}

const listed = (...slugs: string[]) =>
  slugs.map((slug) => ({ courseId: `id-${slug}`, slug, code: slug.toUpperCase(), title: `Khóa ${slug}` }))

test('three programmes ship: for officials, workers and citizens', () => {
  expect(shipped.map(({ title, courses }) => [title.vi, courses.map(({ course }) => course).join(' ')])).toEqual([
    ['Cán bộ số 2026', 'cb1 cb2 cb3 cb4'],
    ['Công nhân số', 'cn1 cn2 cn3'],
    ['Công dân số', 'cd1 cd2 cd3 cd4'],
  ])
})

test('courses that the catalogue has not are left out, also of what comes first; a programme without any is not offered', () => {
  const [officials, ...others] = offeredFrom(shipped, listed('cb3', 'cb2', 'cd3'))
  expect(officials?.courses).toEqual([
    { ...listed('cb2')[0], after: [] },
    { ...listed('cb3')[0], after: ['cb2'] },
  ])
  expect(others.map(({ code, courses }) => [code, courses.map(({ after }) => after)])).toEqual([['CDS', [[]]]])
})

test('an empty file has no programmes', () => {
  expect(readProgrammes('', 'p.yaml')).toEqual([])
})

test('what is wrong is told by file, line and programme', () => {
  expect(refusal(programme(['{ course: cb2, after: [cb1] }']))).toContain(
    'p.yaml:5: CBS.courses.0.after: cb1 does not stand before cb2',
  )
  expect(refusal(programme(['course: cb1', 'course: cb1']))).toContain(
    'p.yaml:6: CBS.courses.1: cb1 stands there twice',
  )
  expect(refusal(programme(['course: CB1']))).toContain('p.yaml:5: CBS.courses.0.course: the name of a course folder')
  expect(refusal(programme(['course: cb1']) + programme(['course: cb2']))).toContain('p.yaml:6: CBS.code: CBS stands')
  expect(refusal(programme(['course: cb1'], 'cán bộ'))).toContain('p.yaml:1: cán bộ.code: capitals')
  expect(refusal('- title: x')).toContain('p.yaml:1: entry 1.code')
  expect(refusal('- code: [')).toContain('Wrong programmes in p.yaml')
})
