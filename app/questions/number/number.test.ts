import { expect, test } from 'vitest'
import { markAnswer } from '#app/questions/mark.ts'
import { reviewQuestion } from '#app/questions/review.ts'
import { questionsFrom, refusals } from '#tests/questions.ts'

const source = (attributes: string, body: string) =>
  `<Question id="q1" kind="number" ${attributes}>\n\nBao nhiêu?\n\n${body}\n\n</Question>`

test('a number is right within the tolerance, at its very edge too', async () => {
  const [question] = await questionsFrom(source('tolerance="0.1" unit="mét"', '- [x] 0,3'))
  if (!question) throw new Error('no question')
  const table: Array<[string, boolean]> = [
    ['0,3', true],
    ['0.4 mét', true],
    ['0,2', true],
    ['0,41', false],
    ['0,19', false],
    ['-0,3', false],
    ['ba', false],
  ]
  for (const [typed, isRight] of table) expect(markAnswer(question, typed).isRight, typed).toBe(isRight)
})

test('without a tolerance only the number itself is right', async () => {
  const [question] = await questionsFrom(source('unit="đồng"', '- [x] 1.500\n- [ ] 1,5\n  > Thiếu ba số không.'))
  if (!question) throw new Error('no question')
  for (const typed of ['1500', '1.500', '1 500 đ', '1.500,0'])
    expect(markAnswer(question, typed).credit, typed).toBe(1000)
  for (const typed of ['1501', '1,5', '1.5']) expect(markAnswer(question, typed).credit, typed).toBe(0)
})

test('a foreseen wrong number gets its explanation, and what is no number is told so', async () => {
  const [question] = await questionsFrom(source('', '- [x] 0\n- [ ] 35000\n  > Số họ đòi.\n- [ ] 35\n  > Ngàn đồng?'))
  if (!question) throw new Error('no question')
  expect(reviewQuestion(question, '', '35.000').review).toMatchObject({
    isRight: false,
    right: '0',
    whyHtml: '<p>Số họ đòi.</p>',
    others: [{ text: '35', whyHtml: '<p>Ngàn đồng?</p>' }],
  })
  expect(reviewQuestion(question, '', 'không đồng').review).toMatchObject({ isNumber: false, isRight: false })
})

test('what a number question must not hold is refused', async () => {
  const cases: Array<[string | null, string]> = [
    [null, '- [x] 4'],
    [null, '{tolerance="0,5" unit="ngày"}\n- [x] 4 ngày\n- [ ] 5\n  > Sai.'],
    ['number-not', '- [x] bốn'],
    ['number-not', '- [x] 4\n- [ ] năm\n  > Sai.'],
    ['number-right', '- [x] 4\n- [x] 5'],
    ['number-right', '- [ ] 4\n  > Sai.'],
    ['option-unexplained', '- [x] 4\n- [ ] 5'],
    ['typed-both', '- [x] 4\n- [ ] 4,0\n  > Sai.'],
    ['typed-both', '{tolerance="1"}\n- [x] 4\n- [ ] 5\n  > Sai.'],
    ['tolerance-not', '{tolerance="ít"}\n- [x] 4'],
    ['tolerance-not', '{tolerance="-1"}\n- [x] 4'],
    ['tolerance-not', '{tolerance}\n- [x] 4'],
    ['unit-empty', '{unit=""}\n- [x] 4'],
    ['attribute-not-here', '{tones="ignore"}\n- [x] 4'],
  ]
  expect(
    await refusals(
      'number',
      cases.map(([, body]) => body),
    ),
  ).toEqual(cases.map(([code]) => code))
})
