import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { coursesCommands } from '#app/courses/commands.server.ts'
import { aCourseFolder, goodCourse } from '#tests/course-folder.ts'

let printed = ''
beforeEach(() => {
  printed = ''
  const keep = (text: string | Uint8Array) => {
    printed += String(text)
    return true
  }
  vi.spyOn(process.stdout, 'write').mockImplementation(keep)
  vi.spyOn(process.stderr, 'write').mockImplementation(keep)
})
afterEach(() => void vi.restoreAllMocks())

const run = (verb: string, ...args: string[]) => coursesCommands[verb]?.run(args)

test('check prints every problem as file:line:column message, under the folder as it was typed, and exits with 1', async () => {
  const lesson = `${goodCourse['lessons/mua-ve.mdx']}\n<div>x</div>\n`
  const folder = await aCourseFolder('cd9', { 'lessons/mua-ve.mdx': lesson })

  expect(await run('check', `${folder}/`)).toBe(1)
  expect(printed.split('\n')[0]).toMatch(/^\S+\/cd9\/lessons\/mua-ve\.mdx:\d+:1 \S/)
  expect(printed.startsWith(`${folder}/lessons/mua-ve.mdx:`)).toBe(true)
})

test('check of a right course says what is in it and exits with 0', async () => {
  const folder = await aCourseFolder()

  expect(await run('check', folder)).toBe(0)
  const [first, lesson, heading, ...advice] = printed.trimEnd().split('\n')
  expect(first).toBe(`${folder}: CD9 không có lỗi. 1 bài, 1 câu luyện tập, 2 câu kiểm tra.`)
  expect(lesson).toMatch(
    /^ {2}mua-ve: ghi 10 phút, ước 1; 15 tiếng; câu trung bình 5\.0, dài nhất 8; thẻ dài nhất 11; /,
  )
  expect(heading).toBe(`${advice.length} lời khuyên:`)
  expect(advice[0]).toBe(`${folder}/lessons/mua-ve.mdx:3:1 Bài ghi 10 phút, ước chừng 1 phút. Sửa số phút hoặc bài`)
})

test('check tells of a picture that is heavy for weak networks, and exits with 0 all the same', async () => {
  const folder = await aCourseFolder('cd9', {
    'media/anh.png': Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(50 * 1024)]),
  })

  expect(await run('check', folder)).toBe(0)
  expect(printed).toMatch(/\/media\/anh\.png:1:1 .*51 KB/)
})

test('load publishes once and says which edition stands', async () => {
  const folder = await aCourseFolder('lenh')

  expect([await run('load', folder), await run('load', folder)]).toEqual([0, 0])
  expect(printed).toBe(`${folder}: đã đăng bản 1.\n${folder}: không có gì mới, vẫn là bản 1.\n`)
})

test('without a folder the way to use it is told, and nothing is done', async () => {
  expect([await run('check'), await run('load', 'a', 'b')]).toEqual([2, 2])
  expect(printed).toContain('check <folder>')
  expect(printed).toContain('load <folder>')
})
