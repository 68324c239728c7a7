import { expect, test } from 'vitest'
import { adviseOn } from '#app/courses/advice/advise.server.ts'
import { checkCourse } from '#app/courses/check.server.ts'
import { aCourseFolder, goodCourse, goodCourseFile, question } from '#tests/course-folder.ts'

const goodLesson = String(goodCourse['lessons/mua-ve.mdx'])

async function advised(changes: Parameters<typeof aCourseFolder>[1]) {
  const checked = await checkCourse(await aCourseFolder('cd9', changes))
  if ('problems' in checked) throw new Error(checked.problems.map(({ message }) => message).join('\n'))
  return adviseOn(checked)
}

const codesOf = ({ advice }: Awaited<ReturnType<typeof advised>>) =>
  advice.map(({ file, line, code }) => `${file}:${line} ${code}`)

const usual = await advised({})

/** Every fault at once, so that one compilation tells them all. */
const telling = (id: string) =>
  question(id).replace(/- \[x\] [^\n]*/, '- [x] Một câu trả lời dài hơn hẳn những câu kia')
const faulty = {
  'lessons/mua-ve.mdx': `${goodLesson.replace(/outcomes:\n {2}- [^\n]*/, 'outcomes:\n  - Chuyển khoản bằng dấu vân tay')}

Bạn ${'mở máy '.repeat(10)}ra.

## Thẻ dài

${'Bạn mở máy ra. '.repeat(16)}

## Thẻ sau

Bạn thao tác trên máy, click vào xem podcast, gõ \`abcxyz\` vào vidu.example.

Lorem ipsum viết tiếp.
`,
  'bank/mua-ve.mdx': ['a', 'b', 'c', 'd', 'e', 'g']
    .map((letter) => telling(`ve-dai-${letter}`))

    .join('\n\n'),
}
const found = await advised(faulty)

test('a lesson of ten stated minutes that takes one is told, with what its questions leave out', () => {
  expect(codesOf(usual).map((one) => one.split(' ')[1])).toEqual(
    expect.arrayContaining(['minutes-off', 'bank-small', 'outcome-unasked', 'scenario-missing']),
  )
})

test('what makes a lesson hard to read is told at its place: a long sentence, a long card, a word of offices', () => {
  const told = codesOf(found).filter((one) => /(sentence|card)-long|office-word/.test(one))
  expect(told).toEqual([
    expect.stringMatching(/^lessons\/mua-ve\.mdx:[2-9]\d card-long$/),
    expect.stringMatching(/^lessons\/mua-ve\.mdx:[2-9]\d sentence-long$/),
    expect.stringMatching(/^lessons\/mua-ve\.mdx:[2-9]\d office-word$/),
  ])
})

test('a word that cannot be Vietnamese is told; code and addresses are not', () => {
  const misspelt = found.advice.filter(({ code }) => code === 'misspelt').map(({ message }) => message.split('”')[0])
  expect(misspelt).toEqual(['“click', '“podcast', '“Lorem', '“ipsum'])
})

test('what other courses call otherwise is told, with its name', () => {
  expect(found.advice.find(({ code }) => code === 'interface-word')?.message).toContain('“click” đã có tên')
})

test('what somebody meant to fill in later is told', () => {
  expect(codesOf(found).join()).toContain('placeholder')
})

test('a bank in which the longest option is mostly the right one is told, with the questions', () => {
  expect(found.advice.find(({ code }) => code === 'right-longest')?.message).toContain('ve-dai-a')
})

test('a lesson without anything to do or to keep is told', () => {
  expect(codesOf(usual).join()).toMatch(/practice-missing.*summary-missing|summary-missing.*practice-missing/)
})

test('an outcome that the text does not speak of is not taught', () => {
  expect(found.advice.find(({ code }) => code === 'outcome-untaught')?.message).toContain('dấu vân tay')
})

test('officials read words of offices; named words and explained advice are silent; an explanation of nothing is told', async () => {
  const explained = `foreign: [click, podcast, lorem, ipsum]
explained:
  - advice: minutes-off
    file: lessons/mua-ve.mdx
    why: Bài thử, ngắn có chủ ý.
  - advice: text-heavy
    file: lessons/mua-ve.mdx
    why: Bài đã ngắn lại.
certificate:`
  const courseFile = goodCourseFile
    .replace('audience: citizens', 'audience: officials')
    .replace('certificate:', explained)
  const codes = codesOf(await advised({ ...faulty, 'course.yaml': courseFile }))
  expect(codes.join('\n')).not.toMatch(/office-word|misspelt|minutes-off|(sentence|card)-long/)
  expect(codes).toEqual(expect.arrayContaining([expect.stringMatching(/^course\.yaml:\d+ explained-nothing$/)]))
})

test('figures tell the minutes, the words and the weight of each lesson', () => {
  expect(usual.figures).toEqual([
    expect.objectContaining({ lesson: 'mua-ve', stated: 10, estimated: 1, practice: 1, bank: 2, mediaBytes: 0 }),
  ])
  expect(usual.figures[0]?.textBytes).toBeGreaterThan(50)
})
