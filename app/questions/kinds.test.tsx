import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { answerFrom } from '#app/questions/answer-from.ts'
import { askQuestion } from '#app/questions/ask.ts'
import { AskQuestion } from '#app/questions/ask-question.tsx'
import { BadAnswer } from '#app/questions/bad-answer.ts'
import { kinds } from '#app/questions/kinds.ts'
import { markAnswer } from '#app/questions/mark.ts'
import { type FormFields, type Question, questionKinds } from '#app/questions/question.ts'
import { reviewQuestion } from '#app/questions/review.ts'
import { ReviewQuestion } from '#app/questions/review-question.tsx'
import { shuffleById } from '#app/questions/shuffle.ts'
import { formControls, formFields, isLabelled } from '#tests/form-fields.ts'
import { cases, secret } from '#tests/question-arbitraries.ts'

const seed = fc.string({ maxLength: 12 })

test('every kind has its line in the list', () => {
  for (const name of questionKinds) expect(kinds[name].kind).toBe(name)
})

for (const name of questionKinds) {
  const aCase = cases[name]

  test(`${name}: what is asked holds nothing of the key`, () => {
    fc.assert(
      fc.property(aCase, seed, ({ question }, seed) => {
        const asked = askQuestion(question, seed)
        const shown = [JSON.stringify(asked), askedHtml(question, seed)].join('\n')
        expect(shown).not.toContain(secret)
        expect(shown).not.toMatch(/isRight|whyHtml|accepted|foreseen|"right":|tolerance|allOrNothing/)
        expect(shown).not.toMatch(/\b(yes|no|right|wrong|correct)\b(?=[^<>]*>)/)
        if (name === 'number') expect(shown).not.toMatch(/7\d{6}/)
      }),
    )
  })

  test(`${name}: two questions that differ only in the key ask the same, in the same order`, () => {
    fc.assert(
      fc.property(aCase, seed, ({ question, twin }, seed) => {
        if (isOwnOrder(question, seed) || isOwnOrder(twin, seed)) return // see ordering.test.ts
        expect(JSON.stringify(askQuestion(twin, seed))).toBe(JSON.stringify(askQuestion(question, seed)))
        expect(askedHtml(twin, seed)).toBe(askedHtml(question, seed))
      }),
    )
  })

  test(`${name}: the right answer earns everything, and every mark is a whole number of thousandths`, () => {
    fc.assert(
      fc.property(aCase, ({ question, right, answer }) => {
        expect(markAnswer(question, right)).toEqual({ credit: 1000, isRight: true })
        expect(markAnswer(question, null)).toEqual({ credit: 0, isRight: false })
        const mark = markAnswer(question, answer)
        expect(Number.isInteger(mark.credit) && mark.credit >= 0 && mark.credit <= 1000).toBe(true)
        expect(mark.isRight).toBe(mark.credit === 1000)
      }),
    )
  })

  test(`${name}: a form filled with an answer sends that answer`, () => {
    fc.assert(
      fc.property(aCase, seed, ({ question, answer }, seed) => {
        expect(answerFrom(question, formFields(askedHtml(question, seed, answer)))).toEqual(answer)
        expect(answerFrom(question, formFields(askedHtml(question, seed)))).toBeNull()
      }),
    )
  })

  test(`${name}: the same seed shows the same order`, () => {
    fc.assert(
      fc.property(aCase, seed, ({ question }, seed) => {
        const stored = structuredClone(question)
        expect(askQuestion(stored, seed)).toEqual(askQuestion(question, seed))
      }),
    )
  })

  test(`${name}: every field has a label, nothing is required, and no id stands twice`, () => {
    fc.assert(
      fc.property(aCase, seed, ({ question, answer }, seed) => {
        const html = askedHtml(question, seed, answer)
        const controls = formControls(html)
        expect(controls.length).toBeGreaterThan(0)
        for (const control of controls) {
          expect(isLabelled(html, control), control.attributes.name).toBe(true)
          expect(control.attributes.name).toMatch(/^answer\.q1(\.[0-9a-f]+)?$/)
        }
        const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(html).not.toMatch(/\srequired|\sstyle=|<script|\son\w+=/)
      }),
    )
  })

  test(`${name}: whatever is sent is an answer, nothing, or a BadAnswer`, () => {
    fc.assert(
      fc.property(aCase, seed, fc.infiniteStream(fc.nat()), ({ question, answer }, seed, dice) => {
        const fields = hostile(formFields(askedHtml(question, seed, answer)), dice)
        const sent = orBadAnswer(() => answerFrom(question, fields))
        if (sent === BadAnswer || sent === null) return
        const { credit } = markAnswer(question, sent)
        expect(credit >= 0 && credit <= 1000).toBe(true)
        expect(reviewedHtml(question, seed, sent)).toContain('verdict')
      }),
    )
  })

  test(`${name}: whatever was stored is marked and shown, or a BadAnswer`, () => {
    fc.assert(
      fc.property(aCase, fc.anything({ withNullPrototype: true }), ({ question }, stored) => {
        const mark = orBadAnswer(() => markAnswer(question, stored))
        if (mark === BadAnswer) return
        expect(reviewedHtml(question, '', stored)).toContain('verdict')
      }),
    )
  })

  test(`${name}: the review tells every explanation, answered or not`, () => {
    fc.assert(
      fc.property(aCase, seed, ({ question, answer }, seed) => {
        for (const given of [answer, null]) {
          const html = reviewedHtml(question, seed, given)
          for (const why of explanations(question)) expect(html).toContain(why)
          expect(html).not.toMatch(/<input|<select/)
          expect(html).toContain('Vì sao?')
        }
      }),
    )
  })
}

function askedHtml(question: Question, seed: string, answer: unknown = null): string {
  return renderToStaticMarkup(<AskQuestion question={askQuestion(question, seed)} answer={answer} />)
}

function reviewedHtml(question: Question, seed: string, answer: unknown): string {
  return renderToStaticMarkup(<ReviewQuestion reviewed={reviewQuestion(question, seed, answer)} />)
}

function orBadAnswer<T>(run: () => T): T | typeof BadAnswer {
  try {
    return run()
  } catch (problem) {
    if (problem instanceof BadAnswer) return BadAnswer
    throw problem
  }
}

/** True when the seed alone would show an ordering question solved: only then its order depends on the key. */
function isOwnOrder({ id, kind, spec }: Question, seed: string): boolean {
  if (kind !== 'ordering' || typeof spec !== 'object' || spec === null || !('items' in spec)) return false
  if (!Array.isArray(spec.items)) return false
  const items: Array<{ id: string }> = spec.items
  const shown = shuffleById(items, `${seed}/${id}`)
  return shown.every((item, i) => item === items[i])
}

const strange = [
  '',
  '1',
  '__proto__',
  'constructor',
  'toString',
  'deadbeef',
  '99',
  '-1',
  'NaN',
  '\0',
  '\ud800',
  'x'.repeat(100_000),
]

/** The fields of a real form with some repeated, renamed, misfilled or made up. */
function hostile(fields: FormFields, dice: Iterator<number>): FormFields {
  const roll = (n: number) => Number(dice.next().value) % n
  const odd = () => strange[roll(strange.length)] ?? ''
  const twisted = fields.flatMap(([name, value]): Array<readonly [string, string]> => {
    const field = [name, value] as const
    return (
      [[field], [field, field], [], [[name, odd()] as const], [[`${name}.${odd()}`, value] as const]][roll(5)] ?? []
    )
  })
  const added = Array.from({ length: roll(4) }, () => [`answer.q1${roll(2) ? '.' : ''}${odd()}`, odd()] as const)
  return [...twisted, ...added, ['answer.q2', 'x'], ['__proto__', 'x']]
}

function explanations(question: Question): string[] {
  return [...JSON.stringify(question.spec).matchAll(/"whyHtml":("(?:[^"\\]|\\.)*")/g)]
    .map(([, json = '""']) => String(JSON.parse(json)))
    .filter(() => question.kind !== 'text' && question.kind !== 'number')
}
