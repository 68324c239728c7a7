import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { db } from '#app/db/db.server.ts'
import { allowMoreTime } from '#app/ledger/allow-more-time.server.ts'
import { announceMaintenance } from '#app/ledger/announce-maintenance.server.ts'
import { events } from '#app/ledger/schema.ts'
import { submitAttempt } from '#app/ledger/submit-attempt.server.ts'
import { anEdition, aPerson } from '#tests/factories.ts'
import { attemptRow, sits } from '#tests/sitting.ts'
import { manages } from '#tests/units.ts'

const minute = 60_000
const kindsOf = async (person: { id: string }) =>
  (await db.select().from(events).where(eq(events.personId, person.id))).map(({ kind }) => kind)

test('whatever is granted or announced, in whatever order, the deadline of an open attempt never moves back', async () => {
  const [manager, admin] = [await aPerson({ role: 'manager' }), await aPerson({ role: 'administrator' })]
  const edition = await anEdition({ exam: { timeLimitMinutes: 45 } })
  let day = Date.parse('2027-01-01T01:00:00Z')
  const deed = fc.oneof(
    fc.record({ percent: fc.integer({ min: 0, max: 300 }) }),
    fc.record({ from: fc.integer({ min: -30, max: 120 }), length: fc.integer({ min: 1, max: 60 }) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 5 }), async (deeds) => {
      day += 10 * 86_400_000 // no window of an earlier run reaches here
      const start = day
      const at = (minutes: number) => new Date(start + minutes * minute)
      const person = await aPerson()
      await manages(manager, person)
      const { attempt } = await sits(person, edition, at(0))
      let before = at(45)
      expect((await attemptRow(attempt)).deadlineAt).toEqual(before)
      for (const asked of deeds) {
        if ('percent' in asked) await allowMoreTime(manager, person.id, asked.percent, 'mắt kém', at(1))
        else await announceMaintenance(admin, at(asked.from), at(asked.from + asked.length), at(1))
        const after = (await attemptRow(attempt)).deadlineAt
        expect(Number(after)).toBeGreaterThanOrEqual(before.getTime())
        before = after ?? before
      }
    }),
    { numRuns: 15 },
  )
})

test('an attempt that was handed in keeps its deadline, whatever is granted afterwards', async () => {
  const [person, manager] = [await aPerson(), await aPerson({ role: 'manager' })]
  await manages(manager, person)
  const start = new Date('2026-11-20T01:00:00Z')
  const { attempt } = await sits(person, await anEdition({ exam: { timeLimitMinutes: 45 } }), start)
  await submitAttempt(person, attempt, start)

  expect(await allowMoreTime(manager, person.id, 100, 'mắt kém', start)).toEqual({ moved: 0 })
  expect((await attemptRow(attempt)).deadlineAt).toEqual(new Date(start.getTime() + 45 * minute))
})

test('more time after the deadline has passed opens nothing again', async () => {
  const [person, manager] = [await aPerson(), await aPerson({ role: 'manager' })]
  await manages(manager, person)
  const start = new Date('2026-11-20T01:00:00Z')
  const { attempt } = await sits(person, await anEdition({ exam: { timeLimitMinutes: 45 } }), start)
  const later = new Date(start.getTime() + 46 * minute)

  expect(await allowMoreTime(manager, person.id, 100, 'mắt kém', later)).toEqual({ moved: 0 })
  expect((await attemptRow(attempt)).deadlineAt).toEqual(new Date(start.getTime() + 45 * minute))
})

test('more time for one person is nobody else’s, and untimed exams have no deadline to move', async () => {
  const [person, other, manager] = [await aPerson(), await aPerson(), await aPerson({ role: 'manager' })]
  await manages(manager, person, other)
  const start = new Date('2026-11-20T01:00:00Z')
  const timed = await anEdition({ exam: { timeLimitMinutes: 45 } })
  const theirs = await sits(other, timed, start)
  const untimed = await sits(person, await anEdition(), start)

  expect(await allowMoreTime(manager, person.id, 100, 'mắt kém', start)).toEqual({ moved: 0 })
  expect((await attemptRow(theirs.attempt)).deadlineAt).toEqual(new Date(start.getTime() + 45 * minute))
  expect((await attemptRow(untimed.attempt)).deadlineAt).toBeNull()
  expect(await kindsOf(person)).toEqual(['attempt.opened'])
})

test('each move of a deadline is written down in the learner’s own ledger, with its reason', async () => {
  const [person, manager] = [await aPerson(), await aPerson({ role: 'manager' })]
  await manages(manager, person)
  const start = new Date('2026-11-20T01:00:00Z')
  const { attempt } = await sits(person, await anEdition({ exam: { timeLimitMinutes: 40 } }), start)
  await allowMoreTime(manager, person.id, 50, '  mắt kém  ', start)

  const [moved] = (await db.select().from(events).where(eq(events.personId, person.id))).filter(
    ({ kind }) => kind === 'deadline.moved',
  )
  expect(moved?.content).toMatchObject({
    attempt,
    deadline: new Date(start.getTime() + 60 * minute).toISOString(),
    reason: 'mắt kém',
  })
})

test('a share is a whole number from 0 to 300, for somebody who exists', async () => {
  const [person, manager] = [await aPerson(), await aPerson({ role: 'manager' })]
  await manages(manager, person)
  for (const share of [-1, 301, 0.5, Number.NaN, Number.POSITIVE_INFINITY])
    expect(await allowMoreTime(manager, person.id, share, 'mắt kém')).toEqual({ refusal: 'wrong-share' })
  for (const share of [0, 300]) expect(await allowMoreTime(manager, person.id, share, 'mắt kém')).toEqual({ moved: 0 })
  expect(await allowMoreTime(manager, 'khong-co', 50, 'mắt kém')).toBeNull()
})

test('maintenance lasts more than nothing and at most seven days; managers, trainers and learners announce none', async () => {
  const admin = await aPerson({ role: 'administrator' })
  const from = new Date('2026-10-01T00:00:00Z')
  const lasting = (ms: number) => announceMaintenance(admin, from, new Date(from.getTime() + ms))
  for (const ms of [0, -1, 7 * 86_400_000 + 1, Number.NaN])
    expect(await lasting(ms)).toEqual({ refusal: 'wrong-times' })
  expect(await lasting(7 * 86_400_000)).toHaveProperty('moved')
  for (const role of ['learner', 'trainer', 'manager'] as const)
    expect(await announceMaintenance(await aPerson({ role }), from, new Date(from.getTime() + minute))).toBeNull()
})

test('trainers and learners give nobody time', async () => {
  const person = await aPerson()
  for (const role of ['learner', 'trainer'] as const)
    expect(await allowMoreTime(await aPerson({ role }), person.id, 50, 'mắt kém')).toBeNull()
})
