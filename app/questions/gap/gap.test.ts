import { expect, test } from 'vitest'
import { answerFrom } from '#app/questions/answer-from.ts'
import { askQuestion } from '#app/questions/ask.ts'
import { BadAnswer } from '#app/questions/bad-answer.ts'
import { gapSpecSchema, gapsOf } from '#app/questions/gap/spec.ts'
import { markAnswer } from '#app/questions/mark.ts'
import type { Question } from '#app/questions/question.ts'
import { questionsFrom, refusals } from '#tests/questions.ts'

const sentence =
  'Khi lộ **dữ liệu**, phải báo trong [[72|bảy mươi hai]] giờ. Việc đầu là [[rút mạng|~tắt máy|~khởi động lại]].'

async function question(body = sentence, attributes = ''): Promise<Question> {
  const [read] = await questionsFrom(`<Question id="q1" kind="gap" ${attributes}>\n\nĐọc kỹ.\n\n${body}\n\n</Question>`)
  if (!read) throw new Error('no question')
  return read
}

test('the sentence is cut at its gaps, with the spaces beside them; what stands above is the prompt', async () => {
  const { promptHtml, spec } = await question()
  expect(promptHtml).toBe('<p>Đọc kỹ.</p>')
  expect(gapSpecSchema.parse(spec).paragraphs).toEqual([
    [
      { by: 'prose', html: 'Khi lộ <strong>dữ liệu</strong>, phải báo trong ' },
      { by: 'typing', gap: '1', accepted: ['72', 'bảy mươi hai'] },
      { by: 'prose', html: ' giờ. Việc đầu là ' },
      {
        by: 'choice',
        gap: '2',
        choices: [expect.objectContaining({ text: 'rút mạng', isRight: true }), expect.anything(), expect.anything()],
      },
      { by: 'prose', html: '.' },
    ],
  ])
})

test('a sentence alone needs no prompt', async () => {
  const [alone] = await questionsFrom(`<Question id="q1" kind="gap">\n\n[[a]] và [[b]]\n\n</Question>`)
  expect(alone?.promptHtml).toBe('')
})

test('the mark is the share of gaps filled right', async () => {
  const asked = await question()
  const choices = gapsOf(gapSpecSchema.parse(asked.spec)).flatMap((gap) => (gap.by === 'choice' ? gap.choices : []))
  const [right = '', wrong = ''] = choices.map((choice) => choice.id)
  const table: Array<[Record<string, string>, number]> = [
    [{ 1: '72', 2: right }, 1000],
    [{ 1: ' Bảy  mươi HAI ', 2: right }, 1000],
    [{ 1: '24', 2: right }, 500],
    [{ 2: right }, 500],
    [{ 1: '72', 2: wrong }, 500],
    [{ 1: '24', 2: wrong }, 0],
  ]
  for (const [answer, credit] of table) expect(markAnswer(asked, answer).credit).toBe(credit)
})

test('tones in typed gaps may be ignored', async () => {
  const body = 'Ô phải để [[trống]], không được [[đánh dấu]].'
  expect(markAnswer(await question(body, 'tones="ignore"'), { 1: 'trong', 2: 'DANH DAU' }).credit).toBe(1000)
  expect(markAnswer(await question(body), { 1: 'trong', 2: 'đánh dấu' }).credit).toBe(500)
})

test('a choice that is not in the list, or a gap that is not there, is a BadAnswer', async () => {
  const asked = await question()
  const send = (gap: string, value: string) => answerFrom(asked, [[`answer.q1.${gap}`, value]])
  expect(send('1', ' 72 ')).toEqual({ 1: '72' })
  expect(send('2', '')).toBeNull()
  for (const [gap, value] of [
    ['2', 'rút mạng'],
    ['3', 'x'],
    ['7', 'x'],
    ['__proto__', 'x'],
    ['', 'x'],
  ] as const) {
    expect(() => send(gap, value), gap).toThrow(BadAnswer)
  }
  expect(JSON.stringify(askQuestion(asked, 's'))).not.toMatch(/72|bảy mươi|isRight|accepted/)
})

test('what a gap question must not hold is refused', async () => {
  const cases: Array<[string | null, string]> = [
    [null, '[[a]] và [[b]]'],
    [null, '[[a]] đoạn một\n\n[[b]] đoạn hai'],
    [null, '[[đúng | ~sai]] và [[b]]'],
    ['gap-missing', 'Không có chỗ trống.'],
    ['gap-few', 'Chỉ [[một]].'],
    ['gap-many', '[[a]] [[b]] [[c]] [[d]] [[e]] [[f]] [[g]]'],
    ['gap-none-right', '[[~sai|~cũng sai]] và [[b]]'],
    ['gap-empty', '[[a|]] và [[b]]'],
    ['gap-empty', '[[]] và [[b]]'],
    ['gap-empty', '[[a|~]] và [[b]]'],
    ['gap-open', '[[a và [[b]]\n\n[[c'],
    ['gap-open', '[[a **đậm** b]] và [[b]]'],
    ['gap-inside', '**[[a]]** và [[b]]'],
    ['gap-inside', '[[a]] và [[b]]\n\n- [[c]]'],
    ['options-alike', '[[rút|~Rút]] và [[b]]'],
    ['options-many', '[[a|~b|~c|~d|~e|~f|~g]] và [[b]]'],
    ['typed-long', `[[${'dài '.repeat(30)}]] và [[b]]`],
    ['tones-unknown', '{tones}\n[[a]] và [[b]]'],
  ]
  expect(
    await refusals(
      'gap',
      cases.map(([, body]) => body),
    ),
  ).toEqual(cases.map(([code]) => code))
})
