import { expect, test } from 'vitest'
import { answerFrom } from '#app/questions/answer-from.ts'
import { BadAnswer } from '#app/questions/bad-answer.ts'
import { markAnswer } from '#app/questions/mark.ts'
import { reviewQuestion } from '#app/questions/review.ts'
import { aQuestion, refusals } from '#tests/questions.ts'

function question(accepted: string[], ignoreTones = false) {
  const foreseen = [{ text: 'mật khẩu', whyHtml: '<p>Mật khẩu thì tự đặt.</p>' }]
  return aQuestion('text', { accepted: accepted.map((text) => ({ text, whyHtml: '' })), foreseen, ignoreTones })
}

const isRight = (accepted: string, typed: string, ignoreTones = false) =>
  markAnswer(question([accepted], ignoreTones), typed).isRight

test('case, spaces, composition, width and the place of the tone mark never matter', () => {
  const table: Array<[string, string]> = [
    ['mã otp', '  MÃ   OTP '],
    ['mã otp', 'mã otp'.normalize('NFD')],
    ['mã otp', 'mã\u00a0otp'],
    ['mã otp', 'mã o\u200btp'],
    ['mã otp', 'ｍã ＯＴＰ'],
    ['mã otp', '“Mã OTP.”'],
    ['Hòa', 'Hoà'],
    ['hòa'.normalize('NFD'), 'HOÀ'],
    ['thủy', 'thuỷ'.normalize('NFD')],
    ['Đồng Tháp', 'ĐỒNG THÁP'],
    ['.', '.'],
  ]
  for (const [accepted, typed] of table) expect(isRight(accepted, typed), `${accepted} / ${typed}`).toBe(true)
})

test('tones matter unless the author says otherwise', () => {
  expect(isRight('mã otp', 'ma otp')).toBe(false)
  expect(isRight('mã otp', 'ma otp', true)).toBe(true)
  expect(isRight('Đồng Tháp', 'dong thap', true)).toBe(true)
  expect(isRight('mã otp', 'mã ot', true)).toBe(false)
})

test('every accepted spelling is right, and the first is the one shown', () => {
  const both = question(['otp', 'mã otp'])
  expect(markAnswer(both, 'Mã OTP')).toEqual({ credit: 1000, isRight: true })
  expect(reviewQuestion(both, '', 'otp').review).toMatchObject({ isRight: true, accepted: ['otp', 'mã otp'] })
})

test('a foreseen wrong answer gets its own explanation, others are told as well', () => {
  expect(reviewQuestion(question(['otp']), '', 'Mật  Khẩu').review).toMatchObject({
    given: 'Mật  Khẩu',
    isRight: false,
    whyHtml: '<p>Mật khẩu thì tự đặt.</p>',
    others: [],
  })
  expect(reviewQuestion(question(['otp']), '', 'gì đó').review).toMatchObject({
    whyHtml: '',
    others: [{ text: 'mật khẩu' }],
  })
})

test('nothing but space is no answer, and 100 KB are refused', () => {
  const send = (value: string) => answerFrom(question(['otp']), [['answer.q1', value]])
  expect(send(' \u200b\t')).toBeNull()
  expect(send('  o\n tp ')).toBe('o tp')
  expect(send('ma\u0303 otp')).toBe('mã otp')
  expect(() => send('x'.repeat(100_000))).toThrow(BadAnswer)
  expect(() => send('x'.repeat(201))).toThrow(BadAnswer)
})

test('what a text question must not hold is refused', async () => {
  const cases: Array<[string | null, string]> = [
    [null, '- [x] otp'],
    [null, '{tones="ignore"}\n- [x] mã otp\n- [x] ma otp'],
    ['typed-none-right', '- [ ] otp\n  > Sai.'],
    ['typed-both', '- [x] otp\n- [ ] OTP\n  > Sai.'],
    ['typed-both', '{tones="ignore"}\n- [x] mã\n- [ ] ma\n  > Sai.'],
    ['option-unexplained', '- [x] otp\n- [ ] pin'],
    ['tones-unknown', '{tones="keep"}\n- [x] otp'],
    ['typed-long', `- [x] ${'dài '.repeat(30)}`],
    ['options-missing', 'otp'],
  ]
  expect(
    await refusals(
      'text',
      cases.map(([, body]) => body),
    ),
  ).toEqual(cases.map(([code]) => code))
})
