import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { auditLines } from '#app/audit/schema.ts'
import { certificates } from '#app/certificates/schema.ts'
import { db } from '#app/db/db.server.ts'
import { acceptLate } from '#app/ledger/accept-late.server.ts'
import { allowMoreTime } from '#app/ledger/allow-more-time.server.ts'
import { announceMaintenance } from '#app/ledger/announce-maintenance.server.ts'
import { record } from '#app/ledger/record.server.ts'
import { after, answerAll, openedBy, questionsOf, start } from '#tests/attempts.ts'
import { anEdition, aPerson, rightAnswer, wrongAnswer } from '#tests/factories.ts'
import { allLessons, did } from '#tests/learning.ts'
import { attemptRow } from '#tests/sitting.ts'
import { manages } from '#tests/units.ts'

test('a manager may let a late answer count, with a reason; it may pass the exam and award the certificate', async () => {
  const [person, manager] = [await aPerson(), await aPerson({ role: 'manager' })]
  await manages(manager, person)
  const edition = await anEdition({ exam: { timeLimitMinutes: 45, passPercent: 100 } })
  await record(person, { events: allLessons(edition) }, start)
  const attempt = await openedBy(person, edition)
  await answerAll(person, edition, attempt, after(10), 1)
  const [first] = await questionsOf(attempt)
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
  await manages(manager, person)
  const edition = await anEdition({ exam: { timeLimitMinutes: 45 } })
  const attempt = await openedBy(person, edition)
  await answerAll(person, edition, attempt, after(10))
  const [first] = await questionsOf(attempt)
  if (!first) throw new Error('no paper')
  await record(person, { events: [did.answered(edition, attempt, first.id, 9, wrongAnswer(first))] }, after(46))
  expect(await acceptLate(manager, attempt, first.id, 'mất điện')).toEqual({ refusal: 'worse' })
})

test('a maintenance window moves the deadlines of open attempts once, and of later ones too', async () => {
  const [person, other, admin] = [await aPerson(), await aPerson(), await aPerson({ role: 'administrator' })]
  const edition = await anEdition({ exam: { timeLimitMinutes: 45 } })
  const attempt = await openedBy(person, edition)

  expect(await announceMaintenance(person, after(20), after(30))).toBeNull()
  expect(await announceMaintenance(admin, after(30), after(20))).toEqual({ refusal: 'wrong-times' })
  expect(await announceMaintenance(admin, after(20), after(30), after(5))).toMatchObject({ moved: 1 })
  expect(await announceMaintenance(admin, after(20), after(30), after(6))).toMatchObject({ moved: 0 })

  expect(await attemptRow(attempt)).toMatchObject({ deadlineAt: after(55) })
  expect(await attemptRow(await openedBy(other, edition, after(10)))).toMatchObject({ deadlineAt: after(65) })
})

test('more time for one person moves the exam that is open, and those to come', async () => {
  const [person, manager] = [await aPerson(), await aPerson({ role: 'manager' })]
  await manages(manager, person)
  const edition = await anEdition({ exam: { timeLimitMinutes: 40 } })
  // Another day than the maintenance above.
  const day = 1440
  const attempt = await openedBy(person, edition, after(day))

  expect(await allowMoreTime(person, person.id, 50, 'mắt kém')).toBeNull()
  expect(await allowMoreTime(manager, person.id, 50, '')).toEqual({ refusal: 'no-reason' })
  expect(await allowMoreTime(manager, person.id, 1000, 'mắt kém')).toEqual({ refusal: 'wrong-share' })
  expect(await allowMoreTime(manager, person.id, 50, 'mắt kém', after(day + 10))).toEqual({ moved: 1 })
  expect(await attemptRow(attempt)).toMatchObject({ deadlineAt: after(day + 60) })
  expect(await allowMoreTime(manager, person.id, 50, 'mắt kém', after(day + 10))).toEqual({ moved: 0 })
})

test('nobody gives themselves time or accepts their own late answer: not a manager, not an administrator', async () => {
  const edition = await anEdition({ exam: { timeLimitMinutes: 40 } })
  for (const role of ['manager', 'administrator'] as const) {
    const [who, colleague] = [await aPerson({ role }), await aPerson({ role: 'manager' })]
    await manages(colleague, who)
    const attempt = await openedBy(who, edition, after(3000))
    const [first] = await questionsOf(attempt)
    if (!first) throw new Error('no paper')
    expect(await allowMoreTime(who, who.id, 50, 'mắt kém', after(3010))).toEqual({ refusal: 'own' })
    expect(await attemptRow(attempt)).toMatchObject({ deadlineAt: after(3040) })

    await record(who, { events: [did.answered(edition, attempt, first.id, 1, rightAnswer(first))] }, after(3041))
    expect(await acceptLate(who, attempt, first.id, 'mất điện')).toEqual({ refusal: 'own' })
    expect(await attemptRow(attempt)).toMatchObject({ credit: 0 })
    expect(await db.select().from(auditLines).where(eq(auditLines.actorId, who.id))).toEqual([])

    expect(await acceptLate(colleague, attempt, first.id, 'mất điện')).toMatchObject({ credit: 250 })
    expect(await allowMoreTime(colleague, who.id, 50, 'mắt kém')).toEqual({ moved: 0 })
  }
})
