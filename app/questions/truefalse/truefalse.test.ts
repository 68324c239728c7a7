import { expect, test } from 'vitest'
import { askQuestion } from '#app/questions/ask.ts'
import { questionsFrom, refusals } from '#tests/questions.ts'

const body = (right: string) =>
  `- [${right === 'Đúng' ? 'x' : ' '}] Đúng\n  > Vì.\n- [${right === 'Sai' ? 'x' : ' '}] Sai\n  > Vì.`

test('true stands first whatever the seed and whatever is right', async () => {
  const sources = ['Đúng', 'Sai'].map(
    (right) => `<Question id="q" kind="truefalse">\n\nÁo này thật.\n\n${body(right)}\n\n</Question>`,
  )
  for (const source of sources) {
    const [question] = await questionsFrom(source)
    if (!question) throw new Error('no question')
    for (const seed of 'abcdefgh') expect(JSON.stringify(askQuestion(question, seed).ask)).toMatch(/Đúng.*Sai/)
  }
})

test('what is not Đúng, then Sai, is refused', async () => {
  const cases: Array<[string | null, string]> = [
    [null, body('Đúng')],
    [null, body('Sai')],
    [null, '- [x] True\n- [ ] False\n  > No.'],
    ['truefalse-order', '- [x] Sai\n- [ ] Đúng\n  > Vì.'],
    ['truefalse-order', '- [x] Đúng\n- [ ] Không đúng\n  > Vì.'],
    ['truefalse-order', '- [x] Đúng\n- [ ] Sai\n  > Vì.\n- [ ] Không biết\n  > Vì.'],
    ['single-right', '- [x] Đúng\n- [x] Sai'],
    ['option-unexplained', '- [x] Đúng\n- [ ] Sai'],
  ]
  expect(
    await refusals(
      'truefalse',
      cases.map(([, text]) => text),
    ),
  ).toEqual(cases.map(([code]) => code))
})
