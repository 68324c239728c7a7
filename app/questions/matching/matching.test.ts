import { expect, test } from 'vitest'
import { answerFrom } from '#app/questions/answer-from.ts'
import { askQuestion } from '#app/questions/ask.ts'
import { BadAnswer } from '#app/questions/bad-answer.ts'
import { markAnswer } from '#app/questions/mark.ts'
import { matchingSpecSchema } from '#app/questions/matching/spec.ts'
import { questionsFrom, refusals } from '#tests/questions.ts'

const table = (rows: string) => `| Việc | Kênh |\n|---|---|\n${rows}`
const source = `<Question id="q1" kind="matching">\n\nGhép.\n\n${table(
  '| Văn bản mật | Không gửi |\n| Giấy mời | Hệ thống |\n| Thông báo **gấp** | Hệ thống |\n|  | Nhóm Zalo |',
)}\n\n</Question>`

test('each row is a pair; a right side may fit several lefts, or none', async () => {
  const [question] = await questionsFrom(source)
  const spec = matchingSpecSchema.parse(question?.spec)
  expect([spec.leftHead, spec.rightHead]).toEqual(['Việc', 'Kênh'])
  expect(spec.lefts.map((left) => left.html)).toEqual(['Văn bản mật', 'Giấy mời', 'Thông báo <strong>gấp</strong>'])
  expect(spec.rights.map((right) => right.text)).toEqual(['Không gửi', 'Hệ thống', 'Nhóm Zalo'])
  expect(spec.lefts[1]?.right).toBe(spec.lefts[2]?.right)
})

test('the mark is the share of lefts matched right', async () => {
  const [question] = await questionsFrom(source)
  if (!question) throw new Error('no question')
  const { lefts, rights } = matchingSpecSchema.parse(question.spec)
  const answer = (...chosen: number[]) =>
    Object.fromEntries(chosen.map((right, left) => [lefts[left]?.id, rights[right]?.id]))
  expect(markAnswer(question, answer(0, 1, 1)).credit).toBe(1000)
  expect(markAnswer(question, answer(0, 1, 2)).credit).toBe(667)
  expect(markAnswer(question, answer(0)).credit).toBe(333)
  expect(markAnswer(question, answer(2, 2, 2)).credit).toBe(0)
  expect(() => answerFrom(question, [[`answer.q1.${rights[0]?.id}`, rights[0]?.id ?? '']])).toThrow(BadAnswer)
  expect(() => answerFrom(question, [[`answer.q1.${lefts[0]?.id}`, lefts[0]?.id ?? '']])).toThrow(BadAnswer)
})

test('the two sides are shuffled apart from each other', async () => {
  const rows = 'abcdef'
    .split('')
    .map((letter) => `| trái ${letter} | phải ${letter} |`)
    .join('\n')
  const [question] = await questionsFrom(`<Question id="q1" kind="matching">\n\nGhép.\n\n${table(rows)}\n\n</Question>`)
  if (!question) throw new Error('no question')
  let inPlace = 0
  for (let seed = 0; seed < 600; seed++) {
    const shown = JSON.stringify(askQuestion(question, String(seed)).ask)
    const lefts = [...shown.matchAll(/trái (\w)/g)].map(([, letter]) => letter)
    const rights = [...shown.matchAll(/phải (\w)/g)].map(([, letter]) => letter)
    inPlace += lefts.filter((letter, i) => letter === rights[i]).length
  }
  // One pair in six stands side by side by chance: about 600 of 3600.
  expect(Math.abs(inPlace - 600)).toBeLessThan(120)
})

test('what a matching question must not hold is refused', async () => {
  const cases: Array<[string | null, string]> = [
    [null, table('| a | b |\n| c | d |')],
    ['matching-table-missing', 'Không có bảng.'],
    ['matching-table-twice', `${table('| a | b |\n| c | d |')}\n\nvà\n\n${table('| a | b |\n| c | d |')}`],
    ['matching-columns', '| a | b | c |\n|---|---|---|\n| a | b | c |\n| d | e | f |'],
    ['matching-columns', '| a |\n|---|\n| a |\n| d |'],
    ['matching-count', table('| a | b |')],
    ['matching-count', table('| a | b |\n| c | b |')],
    ['matching-left-twice', table('| a | b |\n| A. | d |')],
    ['matching-right-missing', table('| a | b |\n| c |  |')],
    ['matching-extra-fits', table('| a | b |\n|  | B |\n| c | d |')],
  ]
  expect(
    await refusals(
      'matching',
      cases.map(([, body]) => body),
    ),
  ).toEqual(cases.map(([code]) => code))
})
