import { expect, test } from 'vitest'
import { answerFrom } from '#app/questions/answer-from.ts'
import { BadAnswer } from '#app/questions/bad-answer.ts'
import { markAnswer } from '#app/questions/mark.ts'
import { aQuestion, refusals } from '#tests/questions.ts'

const right = ['aaaaaaa1', 'aaaaaaa2', 'aaaaaaa3']
const wrong = ['bbbbbbb1', 'bbbbbbb2']

function question(allOrNothing = false) {
  const option = (id: string) => ({ id, html: id, isRight: right.includes(id), whyHtml: '' })
  return aQuestion('multiple', { allOrNothing, options: [...right, ...wrong].map(option) })
}

test('each right choice counts up, each wrong one down, never below nothing', () => {
  const table: Array<[string, number]> = [
    ['123', 1000],
    ['12', 667],
    ['1', 333],
    ['123-1', 667],
    ['12-1', 333],
    ['1-1', 0],
    ['1-12', 0],
    ['-12', 0],
    ['123-12', 333],
  ]
  for (const [chosen, credit] of table) expect(markAnswer(question(), pick(chosen)).credit, chosen).toBe(credit)
})

test('with part="all" only the whole answer counts', () => {
  expect(markAnswer(question(true), pick('123'))).toEqual({ credit: 1000, isRight: true })
  expect(markAnswer(question(true), pick('12'))).toEqual({ credit: 0, isRight: false })
  expect(markAnswer(question(true), pick('123-1'))).toEqual({ credit: 0, isRight: false })
})

test('the same choice is the same answer, in whatever order it is sent; a repeated one is none', () => {
  const send = (...ids: string[]) =>
    answerFrom(
      question(),
      ids.map((id) => ['answer.q1', id] as const),
    )
  expect(send('aaaaaaa2', 'aaaaaaa1')).toEqual(['aaaaaaa1', 'aaaaaaa2'])
  expect(send()).toBeNull()
  expect(() => send('aaaaaaa1', 'aaaaaaa1')).toThrow(BadAnswer)
  expect(() => send('aaaaaaa1', 'ffffffff')).toThrow(BadAnswer)
})

test('what a multiple question must not hold is refused', async () => {
  const cases: Array<[string | null, string]> = [
    [null, '- [x] Một\n- [ ] Hai\n  > Sai.'],
    [null, '{part="all"}\n- [x] Một\n- [x] Ba\n- [ ] Hai\n  > Sai.'],
    ['part-unknown', '{part="some"}\n- [x] Một\n- [ ] Hai\n  > Sai.'],
    ['multiple-none-right', '- [ ] Một\n  > Sai.\n- [ ] Hai\n  > Sai.'],
    ['multiple-all-right', '- [x] Một\n- [x] Hai'],
    ['option-unexplained', '- [x] Một\n- [ ] Hai'],
  ]
  expect(
    await refusals(
      'multiple',
      cases.map(([, body]) => body),
    ),
  ).toEqual(cases.map(([code]) => code))
})

/** 12-1: the first and second right options and the first wrong one. */
function pick(chosen: string): string[] {
  const [ups = '', downs = ''] = chosen.split('-')
  return [...[...ups].map((n) => `aaaaaaa${n}`), ...[...downs].map((n) => `bbbbbbb${n}`)]
}
