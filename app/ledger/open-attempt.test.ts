import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { attemptsOf } from '#app/attempts/attempts-of.server.ts'
import { db } from '#app/db/db.server.ts'
import { enrol } from '#app/enrolments/enrol.server.ts'
import { attemptPage } from '#app/ledger/attempt-page.server.ts'
import { openAttempt } from '#app/ledger/open-attempt.server.ts'
import { events } from '#app/ledger/schema.ts'
import { submitAttempt } from '#app/ledger/submit-attempt.server.ts'
import { after, answerAll, openedBy, start } from '#tests/attempts.ts'
import { anEdition, aPerson } from '#tests/factories.ts'
import { attemptRow } from '#tests/sitting.ts'

test('no course, no exam: null', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  expect(await openAttempt(person, 'khong-co', 'cuoi-khoa')).toBeNull()
  expect(await openAttempt(person, edition.slug, 'khong-co')).toBeNull()
})

test('twenty tabs that begin at once share one attempt', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  const ids = await Promise.all(Array.from({ length: 20 }, () => openedBy(person, edition)))
  expect(new Set(ids).size).toBe(1)
  expect(await attemptsOf(person, edition.id, 'cuoi-khoa')).toHaveLength(1)
  const kinds = (await db.select().from(events).where(eq(events.personId, person.id))).map(({ kind }) => kind)
  expect(kinds).toEqual(['attempt.opened'])
})

test('an attempt goes on with its own edition when a newer one is published', async () => {
  const [person, first] = [await aPerson(), await anEdition()]
  const attempt = await openedBy(person, first)
  const before = await attemptPage(person, attempt, start)
  await anEdition({ slug: first.slug, lessons: 1 })

  expect(await attemptPage(person, attempt, start)).toEqual(before)
  expect(await openedBy(person, first)).toBe(attempt)
  await answerAll(person, first, attempt, start)
  await submitAttempt(person, attempt, after(1))
  expect(await attemptRow(attempt)).toMatchObject({ editionId: first.id, isPassed: true, credit: 1000 })
})

test('the rules of attempts are said before another begins: wait, used up, passed', async () => {
  const [person, edition] = [await aPerson(), await anEdition({ exam: { attempts: 2, waitHours: 24 } })]
  const first = await openedBy(person, edition)
  await submitAttempt(person, first, after(1))
  const until = after(1 + 24 * 60)
  const again = (now: Date) => openAttempt(person, edition.slug, 'cuoi-khoa', now)

  expect(await again(after(60))).toEqual({ refusal: { kind: 'wait', until } })
  const second = await openedBy(person, edition, until)
  await submitAttempt(person, second, until)
  expect(await again(after(100_000))).toEqual({ refusal: { kind: 'used-up', attempts: 2 } })

  const other = await aPerson()
  const passing = await openedBy(other, edition)
  await answerAll(other, edition, passing, start)
  await submitAttempt(other, passing, start)
  expect(await openAttempt(other, edition.slug, 'cuoi-khoa', after(1))).toEqual({
    refusal: { kind: 'passed', attempt: passing },
  })
})

test('an exam without questions is not ready', async () => {
  const [person, edition] = [await aPerson(), await anEdition({ bank: 0 })]
  expect(await openAttempt(person, edition.slug, 'cuoi-khoa')).toEqual({ refusal: { kind: 'not-yet' } })
})

test('enrolling, then beginning the exam after a publish, stays on the edition begun', async () => {
  const [person, first] = [await aPerson(), await anEdition()]
  await enrol(person, first.slug)
  await anEdition({ slug: first.slug })
  expect(await attemptRow(await openedBy(person, first))).toMatchObject({ editionId: first.id })
})
