import { expect, test } from 'vitest'
import { checkCourse } from '#app/courses/check.server.ts'
import { aCourseFolder, goodCourse, goodCourseFile, question } from '#tests/course-folder.ts'

async function problemsOf(changes: Parameters<typeof aCourseFolder>[1]): Promise<string[]> {
  const checked = await checkCourse(await aCourseFolder('cd9', changes))
  return 'problems' in checked ? checked.problems.map(({ file, line, code }) => `${file}:${line} ${code}`) : []
}

test('a right course has no problems', async () => {
  expect(await problemsOf({})).toEqual([])
})

test('a missing bank and a missing picture are told, with the rest', async () => {
  expect(await problemsOf({ 'bank/mua-ve.mdx': null, 'media/cover.svg': null })).toEqual([
    'bank/mua-ve.mdx:1 file-missing',
    'media/cover.svg:1 file-missing',
  ])
})

test('a lesson that course.yaml does not name is told: somebody forgot it', async () => {
  expect(await problemsOf({ 'lessons/bo-quen.mdx': String(goodCourse['lessons/mua-ve.mdx']) })).toEqual([
    'lessons/bo-quen.mdx:1 file-unused',
  ])
})

test('a question id is one of a kind in its course: lessons and banks together', async () => {
  const twice = `${question('ve-otp')}\n\n${question('ve-thi-mot')}\n`

  expect(await problemsOf({ 'bank/mua-ve.mdx': twice })).toEqual(['bank/mua-ve.mdx:1 question-twice'])
})

test('a bank with fewer questions than an exam draws is too short', async () => {
  expect(await problemsOf({ 'bank/mua-ve.mdx': `${question('ve-thi-mot')}\n` })).toEqual([
    'bank/mua-ve.mdx:1 bank-short',
  ])
})

test('a lesson that is not UTF-8 is refused', async () => {
  const broken = Buffer.concat([Buffer.from(String(goodCourse['lessons/mua-ve.mdx'])), Buffer.from([0xff, 0xfe])])

  expect(await problemsOf({ 'lessons/mua-ve.mdx': broken })).toEqual([
    expect.stringMatching(/^lessons\/mua-ve\.mdx:\d+ not-utf8$/),
  ])
})

test('a picture that carries a script is refused', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

  expect((await problemsOf({ 'media/cover.svg': svg }))[0]).toMatch(/^media\/cover\.svg:\d+ /)
})

test('problems of course.yaml come alone: nothing is compiled for a course that is not one', async () => {
  expect(await problemsOf({ 'course.yaml': goodCourseFile.replace('hours: 0', 'hours: x') })).toEqual([
    'course.yaml:7 course-file',
  ])
})
