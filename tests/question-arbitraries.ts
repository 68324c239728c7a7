import fc from 'fast-check'
import type { Question, QuestionKindName } from '#app/questions/question.ts'
import { tidy } from '#app/questions/typed/tidy.ts'
import { aQuestion } from '#tests/questions.ts'

/** A question of a kind, its twin that differs only in the key, and answers to it. */
export type Case = {
  question: Question
  /** Asks the same; another option is right, every explanation is another. */
  twin: Question
  right: unknown
  answer: unknown
}

/** Stands in every explanation and every accepted answer: must never be seen before the question is closed. */
export const secret = 'BIMAT'

const word = fc.string({ minLength: 1, maxLength: 30 })
const html = word.map((text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'))
const why = html.map((text) => `<p>${secret} ${text}</p>`)
const typed = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 60 })
  .map(tidy)
  .filter((text) => text.length > 0 && text.length <= 60)

function ids(count: { min: number; max: number }): fc.Arbitrary<string[]> {
  const id = fc.integer({ min: 0, max: 0xffffffff }).map((n) => n.toString(16).padStart(8, '0'))
  return fc.uniqueArray(id, { minLength: count.min, maxLength: count.max })
}

function made(kind: QuestionKindName, spec: unknown, twinSpec: unknown, right: unknown, answer: unknown): Case {
  const question = aQuestion(kind, spec, { whyHtml: `<p>${secret}</p>` })
  return { question, twin: { ...aQuestion(kind, twinSpec), whyHtml: `<p>${secret} 2</p>` }, right, answer }
}

/** Options with their words, and two ways to say which are right. */
function options(kind: QuestionKindName, max: number) {
  return ids({ min: 2, max }).chain((all) =>
    fc.record({
      all: fc.constant(all),
      htmls: fc.array(html, { minLength: all.length, maxLength: all.length }),
      whys: fc.array(why, { minLength: 2 * all.length, maxLength: 2 * all.length }),
      some: kind === 'multiple' ? proper(all) : fc.constantFrom(...all).map((id) => [id]),
      others: kind === 'multiple' ? proper(all) : fc.constantFrom(...all).map((id) => [id]),
      chosen: fc.subarray(all, { minLength: 1 }).map((chosen) => [...chosen].sort()),
      allOrNothing: fc.boolean(),
    }),
  )
}

function proper(all: string[]) {
  return fc.subarray(all, { minLength: 1, maxLength: Math.max(1, all.length - 1) })
}

function choice(kind: 'single' | 'multiple' | 'truefalse'): fc.Arbitrary<Case> {
  return options(kind, kind === 'truefalse' ? 2 : 6).map(({ all, htmls, whys, some, others, chosen, allOrNothing }) => {
    const spec = (right: string[], shift: number) => ({
      allOrNothing,
      options: all.map((id, i) => ({ id, html: htmls[i], isRight: right.includes(id), whyHtml: whys[i + shift] })),
    })
    const [right, answer] = kind === 'multiple' ? [[...some].sort(), chosen] : [some[0], chosen[0]]
    return made(kind, spec(some, 0), spec(others, all.length), right, answer)
  })
}

const ordering: fc.Arbitrary<Case> = ids({ min: 3, max: 7 }).chain((all) =>
  fc
    .record({
      htmls: fc.array(html, { minLength: all.length, maxLength: all.length }),
      other: fc.shuffledSubarray(all, { minLength: all.length }),
      answer: partial(all, fc.integer({ min: 1, max: all.length })),
    })
    .map(({ htmls, other, answer }) => {
      const item = (id: string) => ({ id, html: htmls[all.indexOf(id)] })
      const right = Object.fromEntries(all.map((id, i) => [id, i + 1]))
      return made('ordering', { items: all.map(item) }, { items: other.map(item) }, right, answer)
    }),
)

const matching: fc.Arbitrary<Case> = fc
  .tuple(ids({ min: 2, max: 6 }), ids({ min: 2, max: 7 }))
  .chain(([lefts, rights]) =>
    fc.record({
      lefts: fc.constant(lefts),
      rights: fc.constant(rights),
      words: fc.array(word, { minLength: 13, maxLength: 13 }),
      pairing: fc.array(fc.constantFrom(...rights), { minLength: lefts.length, maxLength: lefts.length }),
      other: fc.array(fc.constantFrom(...rights), { minLength: lefts.length, maxLength: lefts.length }),
      answer: partial(lefts, fc.constantFrom(...rights)),
    }),
  )
  .map(({ lefts, rights, words, pairing, other, answer }) => {
    const spec = (pairs: string[]) => ({
      leftHead: 'Việc',
      rightHead: 'Kênh',
      lefts: lefts.map((id, i) => ({ id, html: 'việc', right: pairs[i] })),
      rights: rights.map((id, i) => ({ id, text: words[i] })),
    })
    return made(
      'matching',
      spec(pairing),
      spec(other),
      Object.fromEntries(lefts.map((id, i) => [id, pairing[i]])),
      answer,
    )
  })

const text: fc.Arbitrary<Case> = fc
  .record({ accepted: fc.array(typed, { minLength: 1, maxLength: 4 }), why, ignoreTones: fc.boolean(), answer: typed })
  .map(({ accepted, why, ignoreTones, answer }) => {
    const own = accepted.map((one) => tidy(`${secret} ${one}`))
    const spec = (said: string) => ({
      accepted: own.map((one) => ({ text: `${one}${said}`, whyHtml: why })),
      foreseen: [{ text: `${secret} sai`, whyHtml: `${why}${said}` }],
      ignoreTones,
    })
    return made('text', spec(''), spec(' khác'), own[0], answer)
  })

const number: fc.Arbitrary<Case> = fc
  .record({ value: fc.integer({ min: 7_000_001, max: 7_999_999 }), tolerance: fc.nat(5), why, answer: typed })
  .map(({ value, tolerance, why, answer }) => {
    const spec = (n: number) => ({
      right: { value: n, text: String(n), whyHtml: why },
      tolerance,
      unit: 'ngày',
      foreseen: [{ value: n + 100, text: String(n + 100), whyHtml: `${why}${n}` }],
    })
    return made('number', spec(value), spec(value - 1), `${value} ngày`, answer)
  })

const gap: fc.Arbitrary<Case> = ids({ min: 4, max: 6 }).chain((all) =>
  fc
    .record({
      accepted: typed,
      right: fc.constantFrom(...all),
      other: fc.constantFrom(...all),
      ignoreTones: fc.boolean(),
      first: typed,
      second: fc.constantFrom(...all),
    })
    .map(({ accepted, right, other, ignoreTones, first, second }) => {
      const own = tidy(`${secret} ${accepted}`)
      const spec = (typing: string, chosen: string) => ({
        ignoreTones,
        paragraphs: [
          [
            { by: 'prose', html: 'Báo trong ' },
            { by: 'typing', gap: '1', accepted: [typing] },
            { by: 'prose', html: ' giờ, rồi ' },
            { by: 'choice', gap: '2', choices: all.map((id) => ({ id, text: `chọn ${id}`, isRight: id === chosen })) },
          ],
        ],
      })
      return made('gap', spec(own, right), spec(`${own} khác`, other), { 1: own, 2: right }, { 1: first, 2: second })
    }),
)

/** Some of the parts with a value each, never none. */
function partial<T>(parts: string[], value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  return fc
    .subarray(parts, { minLength: 1 })
    .chain((some) => fc.tuple(...some.map((part) => fc.tuple(fc.constant(part), value))))
    .map((pairs) => Object.fromEntries(pairs))
}

/** One line a kind: the tests of all kinds loop over this. */
export const cases: Record<QuestionKindName, fc.Arbitrary<Case>> = {
  single: choice('single'),
  multiple: choice('multiple'),
  truefalse: choice('truefalse'),
  ordering,
  matching,
  text,
  number,
  gap,
}
