import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownAnswer } from '#app/attempts/own-answer.ts'
import { questionKinds } from '#app/questions/question.ts'
import { reviewQuestion } from '#app/questions/review.ts'
import { aQuestion } from '#tests/factories.ts'
import { cases, secret } from '#tests/question-arbitraries.ts'

const [right, wrong] = ['0000000a', '0000000b']

test('a wrong answer is explained by what its author said of it alone', () => {
  const own = ownAnswer(reviewQuestion(aQuestion(), 'seed', wrong))
  expect(own).toMatchObject({ answer: wrong, mark: { credit: 0, isRight: false }, saysHtml: ['Vì 0000000b'] })
  expect(JSON.stringify(own)).not.toContain('isRight":true')
})

test('a right answer brings the explanation of the whole question', () => {
  const own = ownAnswer(reviewQuestion(aQuestion(), 'seed', right))
  expect(own.saysHtml).toEqual(['Vì 0000000a', '<p>Không ai cả.</p>'])
})

test('a question left out is not explained at all', () => {
  expect(ownAnswer(reviewQuestion(aQuestion(), 'seed', null)).saysHtml).toEqual([])
})

test('an explanation that was never written is not an empty line', () => {
  const silent = aQuestion({ whyHtml: '' })
  expect(ownAnswer(reviewQuestion(silent, 'seed', right)).saysHtml).toEqual(['Vì 0000000a'])
})

for (const name of questionKinds)
  test(`${name}: a wrong answer under “own answers” tells nothing of the key but what was said of the answer`, () => {
    fc.assert(
      fc.property(cases[name], ({ question, answer }) => {
        const { saysHtml, ...own } = ownAnswer(reviewQuestion(question, 'seed', answer))
        fc.pre(own.mark?.isRight === false)
        expect(own.answer).toEqual(answer)
        expect(saysHtml).not.toContain(question.whyHtml)
        expect(JSON.stringify({ ...own, answer: null })).not.toMatch(
          new RegExp(`${secret}|whyHtml|accepted|foreseen|"right":|tolerance|isRight":true`),
        )
        if (!['single', 'multiple', 'truefalse'].includes(name)) expect(saysHtml).toEqual([])
      }),
    )
  })
