import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { announcedMaintenance } from '#app/attempts/announced-maintenance.server.ts'
import { attemptsAbout } from '#app/attempts/attempts-about.server.ts'
import { personAtDesk } from '#app/attempts/person-at-desk.server.ts'
import { attempts } from '#app/attempts/schema.ts'
import { db } from '#app/db/db.server.ts'
import { startOf } from '#app/i18n/day.ts'
import { acceptLate } from '#app/ledger/accept-late.server.ts'
import { allowMoreTime } from '#app/ledger/allow-more-time.server.ts'
import { announceMaintenance } from '#app/ledger/announce-maintenance.server.ts'
import { openAttempt } from '#app/ledger/open-attempt.server.ts'
import { record } from '#app/ledger/record.server.ts'
import type { Actor, Authority } from '#app/people/person.ts'
import { appoint } from '#app/units/roles/appoint.server.ts'
import { type AnEdition, anEdition, aPerson, noAnswer, rightAnswer } from '#tests/factories.ts'
import { did } from '#tests/learning.ts'
import { aMembership, aUnit, done, manages } from '#tests/units.ts'

const start = new Date('2026-11-20T01:00:00Z')
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const strangers = ['learner', 'trainer'] as const

async function opened(person: Actor, edition: AnEdition, at = start) {
  const outcome = await openAttempt(person, edition.slug, 'cuoi-khoa', at)
  if (!outcome || 'refusal' in outcome) throw new Error('not opened')
  const [row] = await db.select().from(attempts).where(eq(attempts.id, outcome.attempt))
  return { id: outcome.attempt, questions: row?.paper.questions.map(({ question }) => question) ?? [] }
}

test('late answers stand with their attempt, by their place in the paper, until they are accepted or taken back', async () => {
  const [person, manager] = [await aPerson(), await aPerson({ role: 'manager' })]
  await manages(manager, person)
  const edition = await anEdition({ exam: { timeLimitMinutes: 45 } })
  const { id, questions } = await opened(person, edition)
  const [, second, third, fourth] = questions
  if (!second || !third || !fourth) throw new Error('no paper')
  const send = (question: { id: string }, sequence: number, fields: Array<[string, string]>, at: Date) =>
    record(person, { events: [did.answered(edition, id, question.id, sequence, fields)] }, at)
  await send(third, 1, rightAnswer(third), after(50))
  await send(second, 2, rightAnswer(second), after(51))
  await send(fourth, 3, rightAnswer(fourth), after(52))
  await send(
    fourth,
    4,
    [...noAnswer].map(([name, value]) => [name, value]),
    after(53),
  )
  await acceptLate(manager, id, third.id, 'mất điện')

  expect((await attemptsAbout(manager, person.id))?.attempts).toMatchObject([
    {
      id,
      course: { slug: edition.slug, title: edition.sheet.title },
      number: 1,
      credit: 250,
      isPassed: false,
      late: [
        { question: second.id, place: 2, receivedAt: after(51), isAccepted: false },
        { question: third.id, place: 3, receivedAt: after(50), isAccepted: true },
      ],
    },
  ])
})

test('a manager sees what was since they took over, and all of the current year', async () => {
  const [person, manager] = [await aPerson(), await aPerson({ role: 'manager' })]
  const unitId = await aUnit()
  await aMembership({ personId: person.id, unitId })
  const role = { personId: manager.id, unitId, role: 'manager' as const, fromDay: '2025-03-01', reason: 'QĐ 4' }
  done(await appoint('command-line', role))
  const { id } = await opened(person, await anEdition(), startOf('2025-02-10'))
  const seenOn = async (day: string) => attemptsAbout(manager, person.id, startOf(day))
  expect(await seenOn('2025-12-31')).toMatchObject({ from: '2025-01-01', attempts: [{ id }] })
  expect(await seenOn('2026-01-01')).toEqual({ from: '2025-03-01', attempts: [] })
  expect(await attemptsAbout('command-line', person.id)).toMatchObject({ from: null, attempts: [{ id }] })
})

test('what was asked and answered is not told with the attempts', async () => {
  const [person, manager] = [await aPerson(), await aPerson({ role: 'manager' })]
  await manages(manager, person)
  const edition = await anEdition()
  const { questions } = await opened(person, edition)

  const told = JSON.stringify(await attemptsAbout(manager, person.id))
  for (const { promptHtml } of questions) expect(told).not.toContain(promptHtml)
  expect(told).not.toContain('isRight')
})

test('extra time is shown with who gave it: a person, or the command line', async () => {
  const [person, manager] = [await aPerson(), await aPerson({ fullName: 'Lê Quản Lý', role: 'manager' })]
  await manages(manager, person)
  expect(await personAtDesk(manager, person.id)).toMatchObject({ id: person.id, moreTime: null })

  await allowMoreTime(manager, person.id, 50, 'mắt kém', start)
  expect(await personAtDesk(manager, person.id)).toMatchObject({
    moreTime: { extraPercent: 50, reason: 'mắt kém', at: start, by: 'Lê Quản Lý' },
  })
  await allowMoreTime('command-line', person.id, 25, 'mắt kém', start)
  expect(await personAtDesk(manager, person.id)).toMatchObject({ moreTime: { extraPercent: 25, by: null } })
  await allowMoreTime(manager, person.id, 0, 'hết cần', start)
  expect(await personAtDesk(manager, person.id)).toMatchObject({ moreTime: null })
})

test('a manager is told where somebody is among their own units, an administrator of all of them', async () => {
  const [person, manager] = [await aPerson(), await aPerson({ role: 'manager' })]
  const own = await manages(manager, person)
  const another = await aUnit({ name: 'Lớp của người khác' })
  await aMembership({ personId: person.id, unitId: another, fromDay: '2021-01-01' })

  const placesFor = async (who: Authority, now?: Date) => (await personAtDesk(who, person.id, now))?.places
  expect(await placesFor(manager)).toMatchObject([{ unitId: own }])
  expect(await placesFor('command-line')).toEqual([
    { unitId: own, unit: expect.any(String) },
    { unitId: another, unit: 'Lớp của người khác' },
  ])
  expect(await placesFor('command-line', new Date('2020-06-01T00:00:00Z'))).toMatchObject([{ unitId: own }])
  expect((await personAtDesk('command-line', (await aPerson()).id))?.places).toEqual([])
})

test('learners and trainers see nothing of other people’s exams; maintenance is for administrators', async () => {
  const person = await aPerson()
  for (const role of strangers) {
    const stranger = await aPerson({ role })
    expect(await personAtDesk(stranger, person.id)).toBeNull()
    expect(await attemptsAbout(stranger, person.id)).toBeNull()
    expect(await announcedMaintenance(stranger)).toBeNull()
  }
  expect(await personAtDesk(person, person.id)).toBeNull()
  expect(await announcedMaintenance(await aPerson({ role: 'manager' }))).toBeNull()
  expect(await personAtDesk(await aPerson({ role: 'manager' }), 'nobody')).toBeNull()
})

test('announced windows stand latest first, with who announced them', async () => {
  const admin = await aPerson({ fullName: 'Phạm Hoàng Ẩn', role: 'administrator' })
  await announceMaintenance(admin, after(1000), after(1010))
  await announceMaintenance('command-line', after(2000), after(2010))

  expect(await announcedMaintenance(admin)).toMatchObject([
    { startsAt: after(2000), endsAt: after(2010), by: null },
    { startsAt: after(1000), endsAt: after(1010), by: 'Phạm Hoàng Ẩn' },
  ])
})
