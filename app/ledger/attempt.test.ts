import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { attemptsOf } from '#app/attempts/attempts-of.server.ts'
import { attemptAnswers, attempts } from '#app/attempts/schema.ts'
import { auditLines } from '#app/audit/schema.ts'
import { certificates } from '#app/certificates/schema.ts'
import { db } from '#app/db/db.server.ts'
import { enrol } from '#app/enrolments/enrol.server.ts'
import { acceptLate } from '#app/ledger/accept-late.server.ts'
import { allowMoreTime } from '#app/ledger/allow-more-time.server.ts'
import { announceMaintenance } from '#app/ledger/announce-maintenance.server.ts'
import { attemptPage } from '#app/ledger/attempt-page.server.ts'
import { closeOverdue } from '#app/ledger/close-overdue.server.ts'
import { openAttempt } from '#app/ledger/open-attempt.server.ts'
import { record } from '#app/ledger/record.server.ts'
import { resultPage } from '#app/ledger/result-page.server.ts'
import { events } from '#app/ledger/schema.ts'
import { submitAttempt } from '#app/ledger/submit-attempt.server.ts'
import type { Actor } from '#app/people/person.ts'
import { countQueries } from '#tests/count-queries.ts'
import { type AnEdition, anEdition, aPerson, rightAnswer, wrongAnswer } from '#tests/factories.ts'
import { allLessons, did } from '#tests/learning.ts'

const start = new Date('2026-11-22T02:00:00Z')
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

async function opened(person: Actor, edition: AnEdition, now = start): Promise<string> {
  const outcome = await openAttempt(person, edition.slug, 'cuoi-khoa', now)
  if (!outcome || 'refusal' in outcome) throw new Error(JSON.stringify(outcome))
  return outcome.attempt
}

async function paperOf(attempt: string) {
  const [row] = await db.select().from(attempts).where(eq(attempts.id, attempt))
  return row?.paper.questions.map(({ question }) => question) ?? []
}

async function answerAll(person: Actor, edition: AnEdition, attempt: string, now: Date, wrong = 0) {
  const answers = (await paperOf(attempt)).map((question, place) =>
    did.answered(
      edition,
      attempt,
      question.id,
      place + 1,
      place < wrong ? wrongAnswer(question) : rightAnswer(question),
    ),
  )
  await record(person, { events: answers }, now)
}

const rowOf = async (attempt: string) => (await db.select().from(attempts).where(eq(attempts.id, attempt)))[0]

test('no course, no exam: null', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  expect(await openAttempt(person, 'khong-co', 'cuoi-khoa')).toBeNull()
  expect(await openAttempt(person, edition.slug, 'khong-co')).toBeNull()
})

test('twenty tabs that begin at once share one attempt', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  const ids = await Promise.all(Array.from({ length: 20 }, () => opened(person, edition)))
  expect(new Set(ids).size).toBe(1)
  expect(await attemptsOf(person, edition.id, 'cuoi-khoa')).toHaveLength(1)
  const kinds = (await db.select().from(events).where(eq(events.personId, person.id))).map(({ kind }) => kind)
  expect(kinds).toEqual(['attempt.opened'])
})

test('an attempt goes on with its own edition when a newer one is published', async () => {
  const [person, first] = [await aPerson(), await anEdition()]
  const attempt = await opened(person, first)
  const before = await attemptPage(person, attempt, start)
  await anEdition({ slug: first.slug, lessons: 1 })

  expect(await attemptPage(person, attempt, start)).toEqual(before)
  expect(await opened(person, first)).toBe(attempt)
  await answerAll(person, first, attempt, start)
  await submitAttempt(person, attempt, after(1))
  expect(await rowOf(attempt)).toMatchObject({ editionId: first.id, isPassed: true, credit: 1000 })
})

test('fifty submissions at once close once and award once', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  await record(person, { events: allLessons(edition) }, start)
  const attempt = await opened(person, edition)
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

test('the rules of attempts are said before another begins: wait, used up, passed', async () => {
  const [person, edition] = [await aPerson(), await anEdition({ exam: { attempts: 2, waitHours: 24 } })]
  const first = await opened(person, edition)
  await submitAttempt(person, first, after(1))
  const until = after(1 + 24 * 60)
  const again = (now: Date) => openAttempt(person, edition.slug, 'cuoi-khoa', now)

  expect(await again(after(60))).toEqual({ refusal: { kind: 'wait', until } })
  const second = await opened(person, edition, until)
  await submitAttempt(person, second, until)
  expect(await again(after(100_000))).toEqual({ refusal: { kind: 'used-up', attempts: 2 } })

  const other = await aPerson()
  const passing = await opened(other, edition)
  await answerAll(other, edition, passing, start)
  await submitAttempt(other, passing, start)
  expect(await openAttempt(other, edition.slug, 'cuoi-khoa', after(1))).toEqual({
    refusal: { kind: 'passed', attempt: passing },
  })
})

test('the result says until when to wait, or that all attempts are used up, and nothing once another one is under way', async () => {
  const [person, edition] = [await aPerson(), await anEdition({ exam: { attempts: 2, waitHours: 24 } })]
  const first = await opened(person, edition)
  await submitAttempt(person, first, after(1))
  const until = after(1 + 24 * 60)
  const refusalAt = async (attempt: string, now: Date) => {
    const result = await resultPage(person, attempt, now)
    return result === 'open' || !result ? 'no result' : result.refusal
  }

  expect(await refusalAt(first, after(60))).toEqual({ kind: 'wait', until })
  expect(await refusalAt(first, until)).toBeNull()
  const second = await opened(person, edition, until)
  expect(await refusalAt(first, until)).toBeNull()
  await submitAttempt(person, second, until)
  expect(await refusalAt(second, after(100_000))).toEqual({ kind: 'used-up', attempts: 2 })
})

test('an exam without questions is not ready', async () => {
  const [person, edition] = [await aPerson(), await anEdition({ bank: 0 })]
  expect(await openAttempt(person, edition.slug, 'cuoi-khoa')).toEqual({ refusal: { kind: 'not-yet' } })
})

test('an attempt closes at its deadline with what was received; answers after it are kept as late', async () => {
  const [person, edition] = [await aPerson(), await anEdition({ exam: { timeLimitMinutes: 45 } })]
  const attempt = await opened(person, edition)
  const [first, second] = await paperOf(attempt)
  if (!first || !second) throw new Error('no paper')
  const send = async (event: ReturnType<typeof did.answered>, now: Date) =>
    (await record(person, { events: [event] }, now)).receipts[0]?.outcome
  const late = did.answered(edition, attempt, second.id, 2, rightAnswer(second))

  expect(await send(did.answered(edition, attempt, first.id, 1, rightAnswer(first)), after(45))).toBe('received')
  expect(await send(late, after(45.001))).toBe('late')
  expect(await send(late, after(50))).toBe('late')
  expect(await send(did.answered(edition, attempt, first.id, 3, wrongAnswer(first)), after(46))).toBe('late')

  expect(await rowOf(attempt)).toMatchObject({ closedAt: after(45), submittedAt: null, credit: 250, isPassed: false })
  const result = await resultPage(person, attempt, after(50))
  expect(result).toMatchObject({ isHandedIn: false, answered: 1, late: expect.arrayContaining([2]) })
})

test('the sweep closes what nobody looks at, a little after the deadline, in portions', async () => {
  const edition = await anEdition({ exam: { timeLimitMinutes: 1 } })
  const people = await Promise.all(Array.from({ length: 5 }, () => aPerson()))
  const ids = await Promise.all(people.map((person) => opened(person, edition)))

  expect(await closeOverdue(after(1.01))).toBe(0)
  expect(await closeOverdue(after(2))).toBe(5)
  expect(await closeOverdue(after(2))).toBe(0)
  for (const id of ids) expect(await rowOf(id)).toMatchObject({ closedAt: after(1), credit: 0, isPassed: false })
})

test('looking at an overdue attempt closes it', async () => {
  const [person, edition] = [await aPerson(), await anEdition({ exam: { timeLimitMinutes: 1 } })]
  const attempt = await opened(person, edition)
  expect(await attemptPage(person, attempt, after(3))).toMatchObject({ closedAt: after(1), remainingMs: 0 })
  expect(await rowOf(attempt)).toMatchObject({ closedAt: after(1) })
})

test('a manager may let a late answer count, with a reason; it may pass the exam and award the certificate', async () => {
  const [person, manager] = [await aPerson(), await aPerson({ role: 'manager' })]
  const edition = await anEdition({ exam: { timeLimitMinutes: 45, passPercent: 100 } })
  await record(person, { events: allLessons(edition) }, start)
  const attempt = await opened(person, edition)
  await answerAll(person, edition, attempt, after(10), 1)
  const [first] = await paperOf(attempt)
  if (!first) throw new Error('no paper')
  await record(person, { events: [did.answered(edition, attempt, first.id, 9, rightAnswer(first))] }, after(46))

  expect(await acceptLate(person, attempt, first.id, 'mất điện')).toBeNull()
  expect(await acceptLate(manager, attempt, first.id, ' ')).toEqual({ refusal: 'no-reason' })
  expect(await acceptLate(manager, attempt, 'khong-co', 'mất điện')).toBeNull()
  for (let time = 0; time < 2; time++)
    expect(await acceptLate(manager, attempt, first.id, 'mất điện')).toEqual({ credit: 1000, isPassed: true })

  expect(await db.select().from(certificates).where(eq(certificates.personId, person.id))).toHaveLength(1)
  const audit = await db.select().from(auditLines).where(eq(auditLines.subjectId, attempt))
  expect(audit.map(({ verb, reason }) => [verb, reason])).toEqual([['attempts.accept-late', 'mất điện']])
})

test('accepting a late answer never lowers a mark', async () => {
  const [person, manager] = [await aPerson(), await aPerson({ role: 'manager' })]
  const edition = await anEdition({ exam: { timeLimitMinutes: 45 } })
  const attempt = await opened(person, edition)
  await answerAll(person, edition, attempt, after(10))
  const [first] = await paperOf(attempt)
  if (!first) throw new Error('no paper')
  await record(person, { events: [did.answered(edition, attempt, first.id, 9, wrongAnswer(first))] }, after(46))
  expect(await acceptLate(manager, attempt, first.id, 'mất điện')).toEqual({ refusal: 'worse' })
})

test('a maintenance window moves the deadlines of open attempts once, and of later ones too', async () => {
  const [person, other, admin] = [await aPerson(), await aPerson(), await aPerson({ role: 'administrator' })]
  const edition = await anEdition({ exam: { timeLimitMinutes: 45 } })
  const attempt = await opened(person, edition)

  expect(await announceMaintenance(person, after(20), after(30))).toBeNull()
  expect(await announceMaintenance(admin, after(30), after(20))).toEqual({ refusal: 'wrong-times' })
  expect(await announceMaintenance(admin, after(20), after(30), after(5))).toMatchObject({ moved: 1 })
  expect(await announceMaintenance(admin, after(20), after(30), after(6))).toMatchObject({ moved: 0 })

  expect(await rowOf(attempt)).toMatchObject({ deadlineAt: after(55) })
  expect(await rowOf(await opened(other, edition, after(10)))).toMatchObject({ deadlineAt: after(65) })
})

test('more time for one person moves the exam that is open, and those to come', async () => {
  const [person, manager] = [await aPerson(), await aPerson({ role: 'manager' })]
  const edition = await anEdition({ exam: { timeLimitMinutes: 40 } })
  // Another day than the maintenance above.
  const day = 1440
  const attempt = await opened(person, edition, after(day))

  expect(await allowMoreTime(person, person.id, 50, 'mắt kém')).toBeNull()
  expect(await allowMoreTime(manager, person.id, 50, '')).toEqual({ refusal: 'no-reason' })
  expect(await allowMoreTime(manager, person.id, 1000, 'mắt kém')).toEqual({ refusal: 'wrong-share' })
  expect(await allowMoreTime(manager, person.id, 50, 'mắt kém', after(day + 10))).toEqual({ moved: 1 })
  expect(await rowOf(attempt)).toMatchObject({ deadlineAt: after(day + 60) })
  expect(await allowMoreTime(manager, person.id, 50, 'mắt kém', after(day + 10))).toEqual({ moved: 0 })
})

test('nobody gives themselves time or accepts their own late answer: not a manager, not an administrator', async () => {
  const edition = await anEdition({ exam: { timeLimitMinutes: 40 } })
  for (const role of ['manager', 'administrator'] as const) {
    const [who, colleague] = [await aPerson({ role }), await aPerson({ role: 'manager' })]
    const attempt = await opened(who, edition, after(3000))
    const [first] = await paperOf(attempt)
    if (!first) throw new Error('no paper')
    expect(await allowMoreTime(who, who.id, 50, 'mắt kém', after(3010))).toEqual({ refusal: 'own' })
    expect(await rowOf(attempt)).toMatchObject({ deadlineAt: after(3040) })

    await record(who, { events: [did.answered(edition, attempt, first.id, 1, rightAnswer(first))] }, after(3041))
    expect(await acceptLate(who, attempt, first.id, 'mất điện')).toEqual({ refusal: 'own' })
    expect(await rowOf(attempt)).toMatchObject({ credit: 0 })
    expect(await db.select().from(auditLines).where(eq(auditLines.actorId, who.id))).toEqual([])

    expect(await acceptLate(colleague, attempt, first.id, 'mất điện')).toMatchObject({ credit: 250 })
    expect(await allowMoreTime(colleague, who.id, 50, 'mắt kém')).toEqual({ moved: 0 })
  }
})

test('an attempt is its own person’s alone', async () => {
  const [owner, other, edition] = [await aPerson(), await aPerson({ role: 'administrator' }), await anEdition()]
  const attempt = await opened(owner, edition)
  expect(await attemptPage(other, attempt)).toBeNull()
  expect(await resultPage(other, attempt)).toBeNull()
  expect(await submitAttempt(other, attempt)).toBeNull()
  expect(await resultPage(owner, attempt)).toBe('open')
  expect(await rowOf(attempt)).toMatchObject({ closedAt: null })
})

test('nothing of the key is in the page of an open attempt', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  const attempt = await opened(person, edition)
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
    const attempt = await opened(person, edition)
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
  const attempt = await opened(person, edition)
  expect(await countQueries(() => attemptPage(person, attempt, start))).toBeLessThanOrEqual(6)
  await answerAll(person, edition, attempt, start)
  await submitAttempt(person, attempt, after(1))
  expect(await resultPage(person, attempt, after(2))).toMatchObject({ isPassed: true })
  expect(await countQueries(() => resultPage(person, attempt, after(2)))).toBeLessThanOrEqual(6)
})

test('an answer with an older sequence number does not undo a newer one', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  const attempt = await opened(person, edition)
  const [first] = await paperOf(attempt)
  if (!first) throw new Error('no paper')
  await record(person, { events: [did.answered(edition, attempt, first.id, 5, rightAnswer(first))] }, after(1))
  await record(person, { events: [did.answered(edition, attempt, first.id, 4, wrongAnswer(first))] }, after(2))
  const [row] = await db.select().from(attemptAnswers).where(eq(attemptAnswers.attemptId, attempt))
  expect(row).toMatchObject({ answer: '0000000a', sequence: 5 })
})

test('enrolling, then beginning the exam after a publish, stays on the edition begun', async () => {
  const [person, first] = [await aPerson(), await anEdition()]
  await enrol(person, first.slug)
  await anEdition({ slug: first.slug })
  expect(await rowOf(await opened(person, first))).toMatchObject({ editionId: first.id })
})
