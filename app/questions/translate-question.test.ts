import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markAnswer } from '#app/questions/mark.ts'
import type { Question } from '#app/questions/question.ts'
import { translateQuestion } from '#app/questions/translate-question.ts'
import { cases } from '#tests/question-arbitraries.ts'
import { questionsFrom } from '#tests/questions.ts'

async function both(kind: string, source: string, translation: string) {
  const write = (body: string) => `<Question id="q" kind="${kind}">\n\n${body}\n\n<Why>.</Why>\n\n</Question>`
  const [one, other] = [...(await questionsFrom(write(source))), ...(await questionsFrom(write(translation)))]
  if (!one || !other) throw new Error('two questions were written')
  return { source: one, translated: translateQuestion(one, other) }
}

const vi = 'Ai?\n\n- [ ] Anh\n  > Không.\n- [x] Chị\n  > Phải.'

test('words are the translation’s; ids and what is right are the source’s, so one key marks both', async () => {
  const { source, translated } = await both('single', vi, 'Who?\n\n- [ ] He\n  > No.\n- [x] She\n  > Yes.')
  expect(JSON.stringify(translated)).toContain('She')
  expect(JSON.stringify(translated)).not.toContain('Chị')
  expect(idsIn(translated)).toEqual(idsIn(source))
})

test('another right answer, another number of options or another kind is not the same question', async () => {
  expect((await both('single', vi, 'Who?\n\n- [x] He\n  > Yes.\n- [ ] She\n  > No.')).translated).toBeNull()
  expect(
    (await both('single', vi, 'W?\n\n- [ ] He\n  > No.\n- [x] She\n  > Y.\n- [ ] It\n  > No.')).translated,
  ).toBeNull()
  const [single] = await questionsFrom(`<Question id="q" kind="single">\n\n${vi}\n\n<Why>.</Why>\n\n</Question>`)
  if (!single) throw new Error('no question')
  expect(translateQuestion(single, { ...single, kind: 'multiple' })).toBeNull()
  expect(translateQuestion(single, { ...single, outcome: 2 })).toBeNull()
})

test('pairs that are matched otherwise are not the same question', async () => {
  const source = 'Ghép.\n\n| Việc | Kênh |\n|---|---|\n| Mật | Không gửi |\n| Thư mời | Hệ thống |'
  const right = 'Match.\n\n| What | Where |\n|---|---|\n| Secret | Nowhere |\n| Invitation | System |'
  const wrong = 'Match.\n\n| What | Where |\n|---|---|\n| Secret | Nowhere |\n| Invitation | Nowhere |\n|  | System |'
  expect((await both('matching', source, right)).translated).not.toBeNull()
  expect((await both('matching', source, wrong)).translated).toBeNull()
})

test('what may be typed is right in either language, and sentences around gaps are built as each language builds them', async () => {
  const { translated } = await both(
    'gap',
    'Báo trong [[72]] giờ, rồi [[rút mạng|~tắt máy]].',
    'First [[72]]: hours to report. Then [[unplug the network|~switch off]], at once.',
  )
  expect(JSON.stringify(translated)).toContain('hours to report')
  const { translated: typed } = await both('text', 'Mã gì?\n\n- [x] mật khẩu', 'Which?\n\n- [x] password')
  if (!typed) throw new Error('not the same question')
  expect([markAnswer(typed, 'password').isRight, markAnswer(typed, 'mật khẩu').isRight]).toEqual([true, true])
})

test('whatever the kind, a question translated by itself asks and marks as before', () => {
  for (const arbitrary of Object.values(cases))
    fc.assert(
      fc.property(arbitrary, ({ question, answer, right }) => {
        const translated = translateQuestion(question, question)
        if (!translated) return false
        return [answer, right].every(
          (given) => JSON.stringify(markAnswer(translated, given)) === JSON.stringify(markAnswer(question, given)),
        )
      }),
    )
})

function idsIn(question: Question | null): string[] {
  return JSON.stringify(question).match(/"[0-9a-f]{8}"/g) ?? []
}
