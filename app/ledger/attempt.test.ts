import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { attemptAnswers } from '#app/attempts/schema.ts'
import { certificates } from '#app/certificates/schema.ts'
import { db } from '#app/db/db.server.ts'
import { attemptPage } from '#app/ledger/attempt-page.server.ts'
import { closeOverdue } from '#app/ledger/close-overdue.server.ts'
import { record } from '#app/ledger/record.server.ts'
import { resultPage } from '#app/ledger/result-page.server.ts'
import { events } from '#app/ledger/schema.ts'
import { submitAttempt } from '#app/ledger/submit-attempt.server.ts'
import { after, answerAll, openedBy, questionsOf, start } from '#tests/attempts.ts'
import { countQueries } from '#tests/count-queries.ts'
import { anEdition, aPerson, rightAnswer, wrongAnswer } from '#tests/factories.ts'
import { allLessons, did } from '#tests/learning.ts'
import { attemptRow } from '#tests/sitting.ts'

test('fifty submissions at once close once and award once', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  await record(person, { events: allLessons(edition) }, start)
  const attempt = await openedBy(person, edition)
  await answerAll(person, edition, attempt, after(1))

  const outcomes = await Promise.all([
    ...Array.from({ length: 25 }, () => submitAttempt(person, attempt, after(2))),
    ...Array.from({ length: 25 }, () => record(person, { events: [did.submitted(edition, attempt)] }, after(2))),
  ])

  expect(outcomes.filter((outcome) => outcome === null)).toEqual([])
  const closings = (await db.select().from(events).where(eq(events.personId, person.id))).filter(
    ({ kind }) => kind === 'attempt.closed',
  )
  expect(closings).toHaveLength(1)
  expect(await db.select().from(certificates).where(eq(certificates.personId, person.id))).toHaveLength(1)
})

test('the result says until when to wait, or that all attempts are used up, and nothing once another one is under way', async () => {
  const [person, edition] = [await aPerson(), await anEdition({ exam: { attempts: 2, waitHours: 24 } })]
  const first = await openedBy(person, edition)
  await submitAttempt(person, first, after(1))
  const until = after(1 + 24 * 60)
  const refusalAt = async (attempt: string, now: Date) => {
    const result = await resultPage(person, attempt, now)
    return result === 'open' || !result ? 'no result' : result.refusal
  }

  expect(await refusalAt(first, after(60))).toEqual({ kind: 'wait', until })
  expect(await refusalAt(first, until)).toBeNull()
  const second = await openedBy(person, edition, until)
  expect(await refusalAt(first, until)).toBeNull()
  await submitAttempt(person, second, until)
  expect(await refusalAt(second, after(100_000))).toEqual({ kind: 'used-up', attempts: 2 })
})

test('an attempt closes at its deadline with what was received; answers after it are kept as late', async () => {
  const [person, edition] = [await aPerson(), await anEdition({ exam: { timeLimitMinutes: 45 } })]
  const attempt = await openedBy(person, edition)
  const [first, second] = await questionsOf(attempt)
  if (!first || !second) throw new Error('no paper')
  const send = async (event: ReturnType<typeof did.answered>, now: Date) =>
    (await record(person, { events: [event] }, now)).receipts[0]?.outcome
  const late = did.answered(edition, attempt, second.id, 2, rightAnswer(second))

  expect(await send(did.answered(edition, attempt, first.id, 1, rightAnswer(first)), after(45))).toBe('received')
  expect(await send(late, after(45.001))).toBe('late')
  expect(await send(late, after(50))).toBe('late')
  expect(await send(did.answered(edition, attempt, first.id, 3, wrongAnswer(first)), after(46))).toBe('late')

  expect(await attemptRow(attempt)).toMatchObject({
    closedAt: after(45),
    submittedAt: null,
    credit: 250,
    isPassed: false,
  })
  const result = await resultPage(person, attempt, after(50))
  expect(result).toMatchObject({ isHandedIn: false, answered: 1, late: expect.arrayContaining([2]) })
})

test('the sweep closes what nobody looks at, a little after the deadline, in portions', async () => {
  const edition = await anEdition({ exam: { timeLimitMinutes: 1 } })
  const people = await Promise.all(Array.from({ length: 5 }, () => aPerson()))
  const ids = await Promise.all(people.map((person) => openedBy(person, edition)))

  expect(await closeOverdue(after(1.01))).toBe(0)
  expect(await closeOverdue(after(2))).toBe(5)
  expect(await closeOverdue(after(2))).toBe(0)
  for (const id of ids) expect(await attemptRow(id)).toMatchObject({ closedAt: after(1), credit: 0, isPassed: false })
})

test('looking at an overdue attempt closes it', async () => {
  const [person, edition] = [await aPerson(), await anEdition({ exam: { timeLimitMinutes: 1 } })]
  const attempt = await openedBy(person, edition)
  expect(await attemptPage(person, attempt, after(3))).toMatchObject({ closedAt: after(1), remainingMs: 0 })
  expect(await attemptRow(attempt)).toMatchObject({ closedAt: after(1) })
})

test('an attempt is its own person’s alone', async () => {
  const [owner, other, edition] = [await aPerson(), await aPerson({ role: 'administrator' }), await anEdition()]
  const attempt = await openedBy(owner, edition)
  expect(await attemptPage(other, attempt)).toBeNull()
  expect(await resultPage(other, attempt)).toBeNull()
  expect(await submitAttempt(other, attempt)).toBeNull()
  expect(await resultPage(owner, attempt)).toBe('open')
  expect(await attemptRow(attempt)).toMatchObject({ closedAt: null })
})

test('nothing of the key is in the page of an open attempt', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  const attempt = await openedBy(person, edition)
  await answerAll(person, edition, attempt, after(1))
  const page = JSON.stringify(await attemptPage(person, attempt, after(2)))
  for (const secret of ['isRight', 'whyHtml', 'Vì 0000000', 'mustBeRight', 'Không ai cả', 'spec'])
    expect(page).not.toContain(secret)
  const ledger = JSON.stringify(await db.select().from(events).where(eq(events.personId, person.id)))
  for (const secret of ['isRight', 'whyHtml']) expect(ledger).not.toContain(secret)
})

test('under “own answers” nothing tells what was right but not chosen; under “score” nothing at all', async () => {
  const person = await aPerson()
  for (const review of ['own-answers', 'score'] as const) {
    const edition = await anEdition({ exam: { review } })
    const attempt = await openedBy(person, edition)
    await answerAll(person, edition, attempt, start, 99)
    await submitAttempt(person, attempt, after(1))
    const page = JSON.stringify(await resultPage(person, attempt, after(2)))
    expect(page).not.toContain('isRight":true')
    expect(page).not.toContain('Vì 0000000a')
    expect(page).not.toContain('Không ai cả')
    expect(page.includes('Vì 0000000b')).toBe(review === 'own-answers')
  }
})

test('pages of an attempt ask the database at most six times', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  const attempt = await openedBy(person, edition)
  expect(await countQueries(() => attemptPage(person, attempt, start))).toBeLessThanOrEqual(6)
  await answerAll(person, edition, attempt, start)
  await submitAttempt(person, attempt, after(1))
  expect(await resultPage(person, attempt, after(2))).toMatchObject({ isPassed: true })
  expect(await countQueries(() => resultPage(person, attempt, after(2)))).toBeLessThanOrEqual(6)
})

test('an answer with an older sequence number does not undo a newer one', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  const attempt = await openedBy(person, edition)
  const [first] = await questionsOf(attempt)
  if (!first) throw new Error('no paper')
  await record(person, { events: [did.answered(edition, attempt, first.id, 5, rightAnswer(first))] }, after(1))
  await record(person, { events: [did.answered(edition, attempt, first.id, 4, wrongAnswer(first))] }, after(2))
  const [row] = await db.select().from(attemptAnswers).where(eq(attemptAnswers.attemptId, attempt))
  expect(row).toMatchObject({ answer: '0000000a', sequence: 5 })
})
