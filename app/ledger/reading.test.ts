import fc from 'fast-check'
import { expect, test } from 'vitest'
import { momentOf } from '#app/ledger/moment.ts'
import { readAnswer } from '#app/ledger/read-answer.ts'
import { mostEvents, parseSent } from '#app/ledger/sent.ts'
import { studyOf } from '#app/ledger/study-of.ts'
import { questionKinds } from '#app/questions/question.ts'
import { aQuestion, rightAnswer, wrongAnswer } from '#tests/factories.ts'
import { cases } from '#tests/question-arbitraries.ts'

const id = '0192f1de-0000-7000-8000-000000000001'
const common = { id, at: '2026-11-22T09:00:00+07:00', edition: 'e1' }
const read = { ...common, kind: 'lesson.read', lesson: 'bai-1' }
const noon = new Date('2026-11-22T05:00:00Z')

test('what a device sends is read as it is', () => {
  const sent = [
    { ...common, kind: 'lesson.opened', lesson: 'bai-1' },
    { ...common, kind: 'lesson.studied', lesson: 'bai-1', seconds: 600 },
    read,
    { ...common, kind: 'practice.answered', lesson: 'bai-1', question: 'q1', fields: [['answer.q1', 'x']] },
    { ...common, kind: 'attempt.answered', attempt: 'a1', question: 'q1', sequence: 1, fields: [] },
    { ...common, kind: 'attempt.submitted', attempt: 'a1' },
  ]
  expect(parseSent({ events: sent })).toEqual(sent.map((event) => ({ id, event })))
})

test.each([
  ['an unknown kind', { ...read, kind: 'lesson.burnt' }],
  ['a kind that only the server makes: opening', { ...common, kind: 'attempt.opened', attempt: 'a1' }],
  ['a kind that only the server makes: closing', { ...common, kind: 'attempt.closed', attempt: 'a1', by: 'learner' }],
  ['a kind that only the server makes: accepting', { ...common, kind: 'late.accepted', attempt: 'a1' }],
  [
    'a kind that only the server makes: more time',
    { ...common, kind: 'deadline.moved', attempt: 'a1', deadline: common.at },
  ],
  ['a word too much', { ...read, credit: 1000 }],
  ['a word too little', { ...common, kind: 'lesson.read' }],
  ['an id that is none', { ...read, id: 'x' }],
  ['a moment without an offset', { ...read, at: '2026-11-22T09:00:00' }],
  ['no moment', { ...read, at: 'yesterday' }],
  ['a lesson without a name', { ...read, lesson: '' }],
  ['a lesson with a name of 121 letters', { ...read, lesson: 'x'.repeat(121) }],
  ['no seconds', { ...common, kind: 'lesson.studied', lesson: 'bai-1', seconds: 0 }],
  ['more seconds than an event may tell', { ...common, kind: 'lesson.studied', lesson: 'bai-1', seconds: 601 }],
  ['half a second', { ...common, kind: 'lesson.studied', lesson: 'bai-1', seconds: 0.5 }],
  [
    'a place before the first',
    { ...common, kind: 'attempt.answered', attempt: 'a', question: 'q', sequence: 0, fields: [] },
  ],
  [
    'sixty-one fields',
    { ...common, kind: 'practice.answered', lesson: 'l', question: 'q', fields: Array(61).fill(['a', 'b']) },
  ],
  [
    'a field of 5,001 letters',
    { ...common, kind: 'practice.answered', lesson: 'l', question: 'q', fields: [['a', 'b'.repeat(5_001)]] },
  ],
])('%s cannot be read, and its neighbour can', (_, bad) => {
  expect(parseSent({ events: [bad, read] })).toEqual([
    { id: bad.id, event: null },
    { id, event: read },
  ])
})

test('a batch holds at most 200 events; what is no batch at all is told apart from an empty one', () => {
  expect(parseSent({ events: Array(mostEvents).fill(read) })).toHaveLength(200)
  expect(parseSent({ events: Array(mostEvents + 1).fill(read) })).toBeNull()
  expect(parseSent({ events: [] })).toEqual([])
  for (const sent of [null, undefined, 7, 'x', [], {}, { events: {} }]) expect(parseSent(sent)).toBeNull()
})

test('whatever is sent, reading it gives one line an event, and never throws', () => {
  fc.assert(
    fc.property(fc.array(fc.anything(), { maxLength: 20 }), (events) => {
      const parsed = parseSent({ events })
      expect(parsed?.map(({ event }) => event)).toEqual(events.map(() => null))
      expect(parsed?.every((line) => line.id.length <= 60)).toBe(true)
    }),
  )
})

test('letters and marks sent apart are kept as one letter', () => {
  const fields = [['answer.q1', 'Tiền Giang'.normalize('NFD')]]
  const [parsed] =
    parseSent({ events: [{ ...common, kind: 'practice.answered', lesson: 'l', question: 'q1', fields }] }) ?? []
  expect(parsed?.event).toMatchObject({ fields: [['answer.q1', 'Tiền Giang'.normalize('NFC')]] })
})

test('a device’s clock is believed up to now, and never before computers', () => {
  const at = (text: string) => momentOf({ at: text }, noon)
  expect(at('2026-11-22T11:59:59+07:00')).toEqual(new Date('2026-11-22T04:59:59Z'))
  expect(at('2031-01-01T00:00:00Z')).toEqual(noon)
  expect(at('0001-01-01T00:00:00Z')).toEqual(new Date(0))
})

test('an event counts as what it tells: opened, read to the end, or seconds of study', () => {
  const base = { ...common, lesson: 'bai-1' }
  const at = new Date('2026-11-22T02:00:00Z')
  expect(studyOf({ ...base, kind: 'lesson.opened' }, noon)).toEqual({ lesson: 'bai-1', kind: 'opened', at, seconds: 0 })
  expect(studyOf({ ...base, kind: 'lesson.read' }, noon)).toEqual({ lesson: 'bai-1', kind: 'read', at, seconds: 0 })
  expect(studyOf({ ...base, kind: 'lesson.studied', seconds: 30 }, noon)).toMatchObject({
    kind: 'studied',
    seconds: 30,
  })
})

test('the fields of a question are read as its answer; of other questions nothing is taken', () => {
  const question = aQuestion()
  expect(readAnswer(question, rightAnswer(question))).toEqual({ answer: '0000000a' })
  expect(readAnswer(question, [])).toEqual({ answer: null })
  expect(readAnswer(question, rightAnswer({ id: 'other' }))).toEqual({ answer: null })
  expect(readAnswer(question, [...rightAnswer(question), ...wrongAnswer(question)])).toEqual({ isBad: true })
})

for (const kind of questionKinds)
  test(`${kind}: whatever fields a device sends are an answer, nothing, or bad, and never a fault of the server`, () => {
    const field = fc.tuple(
      fc.constantFrom('answer.q1', 'answer.q1.1', 'answer.q1.__proto__', 'answer.q2', 'x'),
      fc.string({ maxLength: 2_000 }),
    )
    fc.assert(
      fc.property(cases[kind], fc.array(field, { maxLength: 30 }), ({ question }, fields) => {
        const outcome = readAnswer(question, fields)
        expect('answer' in outcome || outcome.isBad).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
