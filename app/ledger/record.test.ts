import { and, eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { attemptAnswers, attempts } from '#app/attempts/schema.ts'
import { certificates } from '#app/certificates/schema.ts'
import { db } from '#app/db/db.server.ts'
import { enrolments, lessonProgress, practiceAnswers } from '#app/enrolments/schema.ts'
import { allowMoreTime } from '#app/ledger/allow-more-time.server.ts'
import type { SentEvent } from '#app/ledger/event.ts'
import { openAttempt } from '#app/ledger/open-attempt.server.ts'
import { record } from '#app/ledger/record.server.ts'
import { events } from '#app/ledger/schema.ts'
import { anEdition, aPerson, rightAnswer, wrongAnswer } from '#tests/factories.ts'
import { allLessons, did } from '#tests/learning.ts'

test('what was done once is kept once, however often it is sent', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  const sent = [did.opened(edition, 'bai-1'), did.studied(edition, 'bai-1', 60), did.read(edition, 'bai-1')]

  for (let time = 0; time < 3; time++)
    expect((await record(person, { events: sent })).receipts).toEqual(
      sent.map(({ id }) => ({ id, outcome: 'received' })),
    )

  const [row] = await db.select().from(lessonProgress).where(eq(lessonProgress.personId, person.id))
  expect(row?.seconds).toBe(60)
  expect(await db.select().from(events).where(eq(events.personId, person.id))).toHaveLength(3)
})

test('who learns in an edition is enrolled on it', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  await record(person, { events: [did.opened(edition, 'bai-1')] })
  const rows = await db.select().from(enrolments).where(eq(enrolments.personId, person.id))
  expect(rows.map((row) => row.editionId)).toEqual([edition.id])
})

test('the receipt of an answer tells when its exam closes, as it stands now', async () => {
  const [person, edition] = [await aPerson(), await anEdition({ exam: { timeLimitMinutes: 40 } })]
  const start = new Date('2026-11-20T01:00:00Z')
  const opened = await openAttempt(person, edition.slug, 'cuoi-khoa', start)
  if (!opened || 'refusal' in opened) throw new Error('not opened')
  const [row] = await db.select().from(attempts).where(eq(attempts.id, opened.attempt))
  const question = row?.paper.questions[0]?.question ?? { id: '' }
  const answer = (sequence: number) =>
    did.answered(edition, opened.attempt, question.id, sequence, rightAnswer(question))
  const receiptOf = async (event: SentEvent) => (await record(person, { events: [event] }, start)).receipts[0]

  const first = answer(1)
  expect(await receiptOf(first)).toEqual({ id: first.id, outcome: 'received', deadline: '2026-11-20T01:40:00.000Z' })
  await allowMoreTime('command-line', person.id, 50, 'mắt kém', start)
  expect(await receiptOf(answer(2))).toMatchObject({ deadline: '2026-11-20T02:00:00.000Z' })
})

test('a bad event is refused with a sentence, and the good ones beside it are kept', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  const good = did.opened(edition, 'bai-1')
  const { receipts } = await record(person, {
    events: [{ id: 'x', kind: 'lesson.opened' }, good, 7, { ...good, id: uuid(), extra: 1 }, null],
  })

  expect(receipts.map((receipt) => receipt.outcome)).toEqual(['refused', 'received', 'refused', 'refused', 'refused'])
  expect(receipts[0]).toEqual({ id: 'x', outcome: 'refused', problem: expect.stringMatching(/\p{L}/u) })
})

test('a NUL in what is sent spoils neither the answer nor what comes with it', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  const question = edition.practice[0]?.question ?? { id: '' }
  const [[name, value] = ['', '']] = wrongAnswer(question)
  const answered = did.practised(edition, question.id, [[name, `${value}\0`]])
  const { receipts } = await record(person, {
    events: [answered, did.opened(edition, 'bai-1'), { ...did.read(edition, 'bai-1'), lesson: '\0' }],
  })
  expect(receipts.map((receipt) => receipt.outcome)).toEqual(['received', 'received', 'refused'])
  const [row] = await db.select().from(practiceAnswers).where(eq(practiceAnswers.personId, person.id))
  expect(row).toMatchObject({ answer: '0000000b' })
})

test('what is not a batch, or too long a one, is refused whole', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  const many = Array.from({ length: 201 }, () => did.opened(edition, 'bai-1'))
  for (const sent of [null, 'x', [], {}, { events: 'x' }, { events: many }])
    expect(await record(person, sent)).toEqual({ receipts: [], problem: expect.any(String) })
  expect(await db.select().from(events).where(eq(events.personId, person.id))).toEqual([])
})

test('an event about what the edition does not have is refused', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  const first = edition.practice[0]?.question.id ?? ''
  const strange = [
    { ...did.opened(edition, 'bai-1'), edition: uuid() },
    did.opened(edition, 'bai-9'),
    did.practised(edition, 'khong-co', []),
    { ...did.practised(edition, first, rightAnswer({ id: first })), lesson: 'bai-2' },
    did.practised(edition, first, [[`answer.${first}`, 'ffffffff']]),
    did.practised(edition, first, [
      [`answer.${first}`, '0000000a'],
      [`answer.${first}`, '0000000b'],
    ]),
    did.practised(edition, first, []),
  ]
  const { receipts } = await record(person, { events: strange })
  expect(receipts.map((receipt) => receipt.outcome)).toEqual(strange.map(() => 'refused'))
  expect(await db.select().from(events).where(eq(events.personId, person.id))).toEqual([])
})

test('an exam question cannot be practised', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  const question = edition.pool[0]?.question.id ?? ''
  const sent = { ...did.practised(edition, question, rightAnswer({ id: question })), lesson: 'bai-1' }
  expect((await record(person, { events: [sent] })).receipts[0]?.outcome).toBe('refused')
})

test('an id that comes again with something else in it changes nothing', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  const question = edition.practice[0]?.question ?? { id: '' }
  const first = did.practised(edition, question.id, wrongAnswer(question))
  const forged = { ...first, fields: rightAnswer(question) }

  await record(person, { events: [first] })
  expect((await record(person, { events: [forged] })).receipts[0]?.outcome).toBe('received')

  const [row] = await db.select().from(practiceAnswers).where(eq(practiceAnswers.personId, person.id))
  expect(row).toMatchObject({ answer: '0000000b', credit: 0 })
})

test('of two people with the same event id each keeps the own', async () => {
  const [one, other, edition] = [await aPerson(), await aPerson(), await anEdition()]
  const sent = did.read(edition, 'bai-1')
  await record(one, { events: [sent] })
  await record(other, { events: [sent] })
  expect(await db.select().from(lessonProgress).where(eq(lessonProgress.editionId, edition.id))).toHaveLength(2)
})

test('the latest practice answer stands, and the best credit is remembered', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  const question = edition.practice[0]?.question ?? { id: '' }
  const at = (second: number) => ({ at: new Date(1_760_000_000_000 + second * 1000).toISOString() })
  await record(person, { events: [did.practised(edition, question.id, wrongAnswer(question), at(2))] })
  await record(person, { events: [did.practised(edition, question.id, rightAnswer(question), at(1))] })

  const [row] = await db.select().from(practiceAnswers).where(eq(practiceAnswers.personId, person.id))
  expect(row).toMatchObject({ answer: '0000000b', credit: 0, bestCredit: 1000 })
})

test('a clock in the far future is kept as said, and believed only up to now', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  const receivedAt = new Date('2026-11-22T02:00:00Z')
  for (const at of ['9999-12-31T23:59:59-14:00', '0001-01-01T00:00:00Z'])
    expect(
      (await record(person, { events: [did.read(edition, 'bai-1', { at })] }, receivedAt)).receipts[0]?.outcome,
    ).toBe('received')
  const [row] = await db.select().from(lessonProgress).where(eq(lessonProgress.personId, person.id))
  expect(row?.readAt).toEqual(new Date(0))
  const kept = await db.select().from(events).where(eq(events.personId, person.id))
  expect(kept.map(({ content }) => content.at).sort()).toEqual(['0001-01-01T00:00:00Z', '9999-12-31T23:59:59-14:00'])
})

test('an attempt that is not yours, and one that does not exist, are refused alike', async () => {
  const [owner, other, edition] = [await aPerson(), await aPerson(), await anEdition()]
  const opened = await openAttempt(owner, edition.slug, 'cuoi-khoa')
  if (!opened || 'refusal' in opened) throw new Error('not opened')
  const question = edition.pool[0]?.question ?? { id: '' }
  const about = (attempt: string) => [
    did.answered(edition, attempt, question.id, 1, rightAnswer(question)),
    did.submitted(edition, attempt),
  ]
  const theirs = await record(other, { events: about(opened.attempt) })
  const nobodys = await record(other, { events: about(uuid()) })

  const said = (recorded: typeof theirs) => recorded.receipts.map(({ outcome, problem }) => ({ outcome, problem }))
  expect(said(theirs)).toEqual(said(nobodys))
  expect(theirs.receipts[0]?.outcome).toBe('refused')
})

test('a question that is not on the paper is refused', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  const opened = await openAttempt(person, edition.slug, 'cuoi-khoa')
  if (!opened || 'refusal' in opened) throw new Error('not opened')
  const practice = edition.practice[0]?.question ?? { id: '' }
  const sent = did.answered(edition, opened.attempt, practice.id, 1, rightAnswer(practice))
  expect((await record(person, { events: [sent] })).receipts[0]?.outcome).toBe('refused')
  expect(await db.select().from(attemptAnswers).where(eq(attemptAnswers.attemptId, opened.attempt))).toEqual([])
})

test('an answer taken back is kept as taken back', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  const opened = await openAttempt(person, edition.slug, 'cuoi-khoa')
  if (!opened || 'refusal' in opened) throw new Error('not opened')
  const rows = () => db.select().from(attemptAnswers).where(eq(attemptAnswers.attemptId, opened.attempt))
  for (const { question } of edition.pool) {
    await record(person, {
      events: [
        did.answered(edition, opened.attempt, question.id, 1, rightAnswer(question)),
        did.answered(edition, opened.attempt, question.id, 2, []),
      ],
    })
  }
  expect((await rows()).map((row) => row.answer)).toEqual([null, null, null, null])
})

test('everything in one batch, in the wrong order: course complete, certificate awarded once', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  const opened = await openAttempt(person, edition.slug, 'cuoi-khoa')
  if (!opened || 'refusal' in opened) throw new Error('not opened')
  const answers = edition.pool.map(({ question }) =>
    did.answered(edition, opened.attempt, question.id, 1, rightAnswer(question)),
  )
  const sent = [did.submitted(edition, opened.attempt), ...answers, ...allLessons(edition)]
  await record(person, { events: sent })
  await record(person, { events: [...sent].reverse() })

  const own = and(eq(enrolments.personId, person.id), eq(enrolments.editionId, edition.id))
  const [enrolment] = await db.select().from(enrolments).where(own)
  expect(enrolment?.completedAt).toBeInstanceOf(Date)
  expect(await db.select().from(certificates).where(eq(certificates.personId, person.id))).toHaveLength(1)
})

test('the last lesson read after the exam was passed completes the course too', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  const opened = await openAttempt(person, edition.slug, 'cuoi-khoa')
  if (!opened || 'refusal' in opened) throw new Error('not opened')
  const answers = edition.pool.map(({ question }) =>
    did.answered(edition, opened.attempt, question.id, 1, rightAnswer(question)),
  )
  await record(person, { events: [...answers, did.submitted(edition, opened.attempt)] })
  const papers = () => db.select().from(certificates).where(eq(certificates.personId, person.id))
  expect(await papers()).toEqual([])

  await record(person, { events: allLessons(edition) })
  expect(await papers()).toHaveLength(1)
})
