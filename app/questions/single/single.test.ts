import { expect, test } from 'vitest'
import { answerFrom } from '#app/questions/answer-from.ts'
import { askQuestion } from '#app/questions/ask.ts'
import { BadAnswer } from '#app/questions/bad-answer.ts'
import { markAnswer } from '#app/questions/mark.ts'
import { questionsFrom, refusals } from '#tests/questions.ts'

const source = `<Question id="otp-ai-hoi" kind="single">

Có người gọi tới.

Ai được phép hỏi mã **OTP** của bạn?

- [ ] Nhân viên *ngân hàng*
  > Ngân hàng thật không hỏi mã này.
- [ ] Công an phường
  > Công an không cần mã này.
- [x] Không ai cả

Chữ phía dưới cũng là lời hỏi.

<Why>Mã OTP như chìa khóa nhà.</Why>

</Question>`

test('the text around the options is the prompt, and each wrong option has its explanation', async () => {
  const [question] = await questionsFrom(source)
  expect(question?.promptHtml).toBe(
    '<p>Có người gọi tới.</p><p>Ai được phép hỏi mã <strong>OTP</strong> của bạn?</p><p>Chữ phía dưới cũng là lời hỏi.</p>',
  )
  expect(question?.spec).toEqual({
    options: [
      {
        id: expect.any(String),
        html: 'Nhân viên <em>ngân hàng</em>',
        isRight: false,
        whyHtml: '<p>Ngân hàng thật không hỏi mã này.</p>',
      },
      { id: expect.any(String), html: 'Công an phường', isRight: false, whyHtml: '<p>Công an không cần mã này.</p>' },
      { id: expect.any(String), html: 'Không ai cả', isRight: true, whyHtml: '' },
    ],
  })
})

test('ids of options do not change when another is right or the options are moved', async () => {
  const [question] = await questionsFrom(source)
  const other = source
    .replace('- [x] Không ai cả\n', '')
    .replace('- [ ] Nhân viên', '- [ ] Không ai cả\n  > Sai.\n- [x] Nhân viên')
  const [moved] = await questionsFrom(other)
  if (!question || !moved) throw new Error('no question')
  expect(askQuestion(moved, 's').ask).toEqual(askQuestion(question, 's').ask)
  expect(JSON.stringify(question.spec)).toMatch(/"id":"[0-9a-f]{8}"/)
})

test('only the right option earns the mark, and an option of another question is no answer', async () => {
  const [question] = await questionsFrom(source)
  if (!question) throw new Error('no question')
  const [bank, , nobody] = optionIds(question.spec)
  expect(markAnswer(question, nobody)).toEqual({ credit: 1000, isRight: true })
  expect(markAnswer(question, bank)).toEqual({ credit: 0, isRight: false })
  expect(
    answerFrom(question, [
      ['answer.otp-ai-hoi', nobody ?? ''],
      ['answer.other', 'x'],
    ]),
  ).toBe(nobody)
  expect(answerFrom(question, [['answer.otp-ai-hoi', '']])).toBeNull()
  expect(() => answerFrom(question, [['answer.otp-ai-hoi', '0badf00d']])).toThrow(BadAnswer)
  expect(() =>
    answerFrom(question, [
      ['answer.otp-ai-hoi', nobody ?? ''],
      ['answer.otp-ai-hoi', bank ?? ''],
    ]),
  ).toThrow(BadAnswer)
})

test('what a single question must not hold is refused', async () => {
  const cases: Array<[string | null, string]> = [
    [null, '- [x] Một\n- [ ] Hai\n  > Sai.'],
    ['single-right', '- [x] Một\n- [x] Hai'],
    ['single-right', '- [ ] Một\n  > Sai.\n- [ ] Hai\n  > Sai.'],
    ['option-unexplained', '- [x] Một\n- [ ] Hai'],
    ['options-missing', '- Một\n- Hai'],
    ['options-few', '- [x] Một'],
    [
      'options-many',
      `- [x] Một\n${'abcdef'
        .split('')
        .map((one) => `- [ ] ${one}\n  > Sai.`)
        .join('\n')}`,
    ],
    ['options-alike', '- [x] Hoà bình\n- [ ] hòa  BINH\n  > Sai.'],
    ['option-no-box', '- [x] Một\n- Hai'],
    ['option-extra', '- [x] Một\n- [ ] Hai\n  > Sai.\n\n  Thêm chữ'],
    ['option-extra', '- [x] Một\n  - con\n- [ ] Hai\n  > Sai.'],
    ['options-twice', '- [x] Một\n- [ ] Hai\n  > Sai.\n\nchen ngang\n\n- [x] Ba'],
    ['attribute-not-here', '{part="all"}\n- [x] Một\n- [ ] Hai\n  > Sai.'],
    ['attribute-not-here', '{tones="ignore"}\n- [x] Một\n- [ ] Hai\n  > Sai.'],
    ...[
      'Tất cả đều đúng',
      'Tất cả các ý trên',
      'Cả ba câu trên đều đúng',
      'Không có đáp án nào đúng',
      'Cả A và B',
      'All of the above',
      'Tất cả đều sai.',
      'Cả hai đều đúng',
    ].map((option): [string, string] => ['option-wholesale', `- [x] Một\n- [ ] ${option}\n  > Sai.`]),
    ...[
      'Tất cả nhân viên đều phải họp',
      'Cả nhà đều biết mật khẩu',
      'Gọi số in trên thẻ',
      'Không có việc nào gấp',
      'Tất cả mọi người trên 18 tuổi',
    ].map((option): [null, string] => [null, `- [x] Một\n- [ ] ${option}\n  > Sai.`]),
  ]
  expect(
    await refusals(
      'single',
      cases.map(([, body]) => body),
    ),
  ).toEqual(cases.map(([code]) => code))
  expect(await refusals('single', ['- [x] Một\n- [ ] Hai\n  > Sai.'], '')).toEqual(['prompt-missing'])
})

function optionIds(spec: unknown): string[] {
  return [...JSON.stringify(spec).matchAll(/"id":"([0-9a-f]{8})"/g)].map(([, id = '']) => id)
}
