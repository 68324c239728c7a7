import { expect, test } from 'vitest'
import { readCourseFile } from '#app/courses/course-file.server.ts'
import { goodCourseFile } from '#tests/course-folder.ts'

/** line:column message, as a trainer sees it. */
function problemsOf(source: string | Uint8Array): string[] {
  const read = readCourseFile(typeof source === 'string' ? Buffer.from(source) : source)
  return 'problems' in read ? read.problems.map(({ line, column, message }) => `${line}:${column} ${message}`) : []
}

const changed = (from: string, to: string) => problemsOf(goodCourseFile.replace(from, to))

test('a right file is read with all its values', () => {
  const read = readCourseFile(Buffer.from(goodCourseFile))

  expect(read).toMatchObject({
    course: { code: 'CD9', level: [1, 2], reviewed: '2026-11-20', exam: { attempts: 'unlimited' } },
  })
})

test('a key that nobody knows is named at its place', () => {
  expect(changed('hours: 0', 'hours: 0\ntiet: 4')).toEqual([
    '8:1 Không có mục “tiet”. Xem các mục trong docs/authoring.md',
  ])
  expect(changed('  review: full', '  review: full\n  điểm: 5')).toEqual([
    '33:3 Không có mục “điểm”. Xem các mục trong docs/authoring.md',
  ])
})

test('a missing key is named where it should stand', () => {
  expect(changed('promise: Đi đò, mua vé mà không cần tiền mặt.\n', '')).toEqual([
    '1:1 Thiếu mục “promise”. Xem các mục trong docs/authoring.md',
  ])
  expect(changed('  pass_percent: 60\n', '')).toEqual([
    '24:3 Thiếu mục “exam.pass_percent”. Xem các mục trong docs/authoring.md',
  ])
})

test('a wrong value is named at its place', () => {
  expect(changed('level: [1, 2]', 'level: [1, 9]')).toEqual([expect.stringMatching(/^6:12 level\.1: /)])
  expect(changed('level: [1, 2]', 'level: [3, 2]')).toEqual([expect.stringContaining('viết bậc thấp trước')])
  expect(changed('cover: media/cover.svg', 'cover: ../../etc/passwd')).toEqual([expect.stringMatching(/^11:8 cover: /)])
  expect(changed('lessons: [mua-ve]', 'lessons: [../mua-ve]')).toEqual([expect.stringMatching(/^19:11 lessons\.0: /)])
  expect(changed('lessons: [mua-ve]', 'lessons: [mua-ve, mua-ve]')).toEqual([expect.stringContaining('hai lần')])
  expect(changed('reviewed: 2026-11-20', 'reviewed: 2026-02-30')).toEqual([
    expect.stringMatching(/^13:11 reviewed: viết ngày có thật/),
  ])
  expect(changed('review_by: 2027-05-20', 'review_by: 2026-05-20')).toEqual([
    expect.stringMatching(/^14:12 review_by: phải sau/),
  ])
  expect(changed('"1.2"', '"1.9"')).toEqual([expect.stringMatching(/^9:15 competences\.0: /)])
})

test('a lesson cannot take the address of another page of the course', () => {
  expect(changed('lessons: [mua-ve]', 'lessons: [media]')).toEqual([
    expect.stringMatching(/^19:11 lessons\.0: tên này/),
  ])
})

test('citizens are never given a time limit', () => {
  expect(changed('time_limit_minutes: none', 'time_limit_minutes: 30')).toEqual([
    expect.stringMatching(/^31:23 exam\.time_limit_minutes: /),
  ])
})

test('tags, anchors and aliases are refused at their place', () => {
  expect(changed('code: CD9', 'code: !!js/function "x"')).toEqual([expect.stringMatching(/^1:\d+ Không dùng &/)])
  expect(changed('code: CD9', 'code: &a CD9')).toEqual([expect.stringMatching(/^1:\d+ Không dùng &/)])
  expect(changed('code: CD9', 'code: *a')[0]).toMatch(/^1:7 Không dùng &/)
})

test('an & or a ! inside words is only a word', () => {
  expect(changed('title: Qua sông bằng điện thoại', 'title: Hỏi & đáp! Hỏi*đáp')).toEqual([])
})

test('a file that unfolds to billions is refused at once', () => {
  const levels = Array.from(
    { length: 9 },
    (_, at) =>
      `l${at + 1}: &l${at + 1} [${Array(9)
        .fill(at ? `*l${at}` : 'ha')
        .join(', ')}]`,
  )
  const begun = Date.now()

  expect(problemsOf(levels.join('\n')).length).toBeGreaterThan(0)
  expect(Date.now() - begun).toBeLessThan(1000)
})

test('lists nested thousands deep are refused before the parser sees them', () => {
  expect(problemsOf(`${'- '.repeat(15_000)}a`)).toEqual([expect.stringMatching(/^1:1 Lồng quá nhiều lớp/)])
  expect(problemsOf(`a: ${'['.repeat(30_000)}`)).toEqual([expect.stringMatching(/^1:1 Lồng quá nhiều lớp/)])
  expect(problemsOf(`a: ${'{b: '.repeat(30_000)}`)).toEqual([expect.stringMatching(/^1:1 Lồng quá nhiều lớp/)])
})

test('a key written twice, an open quotation and two documents in one file are told with their line', () => {
  expect(changed('hours: 0', 'hours: 0\nhours: 5')).toEqual([expect.stringMatching(/^8:1 YAML chưa đúng/)])
  expect(changed('code: CD9', 'code: "CD9')).not.toEqual([])
  expect(problemsOf(`${goodCourseFile}---\na: 1\n`)).toEqual([expect.stringContaining('YAML chưa đúng')])
})

test('an empty file and a file that is only a list are refused', () => {
  expect(problemsOf('')).toEqual([expect.stringMatching(/^1:1 Viết mỗi dòng một mục/)])
  expect(problemsOf('[1, 2]')).toEqual([expect.stringMatching(/^1:1 Viết mỗi dòng một mục/)])
})

test('a file that is not UTF-8 is refused at the first broken place', () => {
  const bytes = Buffer.concat([Buffer.from('code: CD9\ntitle: '), Buffer.from([0xc3, 0x28])])

  expect(problemsOf(bytes)).toEqual([expect.stringMatching(/^2:8 Tệp không phải UTF-8/)])
})
