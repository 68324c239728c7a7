import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { auditLinesAbout } from '#app/audit/lines-about.server.ts'
import { db } from '#app/db/db.server.ts'
import { addMembership } from '#app/units/memberships/add-membership.server.ts'
import { affiliationsOfPerson } from '#app/units/memberships/affiliations-of-person.server.ts'
import { closeAccount } from '#app/units/memberships/close-account.server.ts'
import { endMembership } from '#app/units/memberships/end-membership.server.ts'
import { moveMembership } from '#app/units/memberships/move-membership.server.ts'
import { dissolve } from '#app/units/reorganisations/dissolve.server.ts'
import { appoint } from '#app/units/roles/appoint.server.ts'
import { unappoint } from '#app/units/roles/unappoint.server.ts'
import { memberships, roleHoldings } from '#app/units/schema.ts'
import { aPerson } from '#tests/factories.ts'
import { aMember, goodPassword } from '#tests/people.ts'
import { headcountOf, peopleOf } from '#tests/unit-reading.ts'
import { aDecision, aMembership, aUnit, done } from '#tests/units.ts'

const root = 'command-line'
const day = '2025-07-01'
const before = '2025-06-30'
const row = { fromDay: '2024-01-01', position: 'Chuyên viên', category: 'cong_chuc' as const }
const headsOf = async (unitId: string, on: string) => (await headcountOf(root, unitId, on))?.people
const aManagerOf = async (unitId: string, fromDay = '2021-01-01') => {
  const person = await aPerson({ role: 'manager' })
  done(await appoint(root, { personId: person.id, unitId, role: 'manager', fromDay, reason: 'QĐ 3' }))
  return person
}

test('a person is in several units at once and counted in one', async () => {
  const province = await aUnit({ type: 'tinh' })
  const [office, team] = [await aUnit({ parentId: province }), await aUnit({ parentId: province, type: 'to_cnsc' })]
  const { id: personId } = await aPerson()
  await aMembership({ personId, unitId: office })
  await aMembership({ personId, unitId: team })

  expect(await headcountOf(root, province, day)).toMatchObject({ people: 1 })
  expect([await headsOf(office, day), await headsOf(team, day)]).toEqual([1, 0])
  expect((await peopleOf(root, { unitId: team, day }))?.people).toHaveLength(1)
})

test('when the main place ends the next one counts from that day', async () => {
  const [office, team] = [await aUnit(), await aUnit()]
  const { id: personId } = await aPerson()
  const main = await aMembership({ personId, unitId: office })
  await aMembership({ personId, unitId: team })
  done(await endMembership(root, { membershipId: main, day, reason: 'nghỉ hưu' }))

  expect([await headsOf(office, before), await headsOf(team, before)]).toEqual([1, 0])
  expect([await headsOf(office, day), await headsOf(team, day)]).toEqual([0, 1])
})

test('nobody is twice in one unit on one day', async () => {
  const unitId = await aUnit()
  const { id: personId } = await aPerson()
  await aMembership({ personId, unitId, toDay: day })
  expect(await addMembership(root, { personId, unitId, ...row })).toEqual({ problem: 'overlap' })
  await aMembership({ personId, unitId, fromDay: day })
})

test('a place needs days in order, a person, and a unit that stands all the while', async () => {
  const young = await aUnit({ from: '2025-01-01' })
  const { id: personId } = await aPerson()
  const form = { personId, unitId: young, ...row }
  expect(await addMembership(root, form)).toEqual({ problem: 'unit-not-alive' })
  expect(await addMembership(root, { ...form, fromDay: day, toDay: before })).toEqual({ problem: 'days-turned' })
  expect(await addMembership(root, { ...form, fromDay: '2025-02-30' })).toEqual({ problem: 'day-wrong' })
  expect(await addMembership(root, { ...form, unitId: 'none' })).toEqual({ problem: 'unknown-unit' })
  expect(await addMembership(root, { ...form, personId: 'none', fromDay: day })).toEqual({ problem: 'unknown-person' })
})

test('a move has a day and a reason, keeps the past and leaves a line of audit', async () => {
  const [from, to] = [await aUnit(), await aUnit()]
  const { id: personId } = await aPerson()
  const membershipId = await aMembership({ personId, unitId: from, position: 'Văn thư' })
  const form = { membershipId, toUnitId: to, day, reason: ' ' }
  expect(await moveMembership(root, form)).toEqual({ problem: 'reason-needed' })

  done(await moveMembership(root, { ...form, reason: 'QĐ 45 điều động' }))

  expect([await headsOf(from, before), await headsOf(to, before)]).toEqual([1, 0])
  expect([await headsOf(from, day), await headsOf(to, day)]).toEqual([0, 1])
  expect((await peopleOf(root, { unitId: to, day }))?.people).toMatchObject([{ position: 'Văn thư', fromDay: day }])
  expect((await auditLinesAbout('person', personId)).at(-1)).toMatchObject({
    verb: 'units.move-membership',
    before: { unitId: from },
    after: { unitId: to },
    reason: 'QĐ 45 điều động',
  })
})

test('nobody is moved on a day they were not there, nor into a place they have', async () => {
  const [from, to] = [await aUnit(), await aUnit()]
  const { id: personId } = await aPerson()
  const membershipId = await aMembership({ personId, unitId: from, fromDay: '2025-01-01' })
  await aMembership({ personId, unitId: to })
  const form = { membershipId, toUnitId: to, day, reason: 'x' }
  expect(await moveMembership(root, { ...form, day: '2024-12-31' })).toEqual({ problem: 'not-there-then' })
  expect(await moveMembership(root, form)).toEqual({ problem: 'overlap' })
  expect(await moveMembership(root, { ...form, toUnitId: from })).toEqual({ problem: 'same-unit' })
  expect(await endMembership(root, { membershipId, day: '2024-01-01', reason: 'x' })).toEqual({
    problem: 'not-there-then',
  })
})

test('whoever waits since their unit was dissolved is placed by a move', async () => {
  const province = await aUnit({ type: 'tinh' })
  const [gone, office] = [await aUnit({ parentId: province }), await aUnit({ parentId: province })]
  const { id: personId } = await aPerson()
  await aMembership({ personId, unitId: gone })
  done(await dissolve(root, { decision: aDecision(day), unitId: gone, successorId: null }))
  const [waiting] = (await peopleOf(root, { unitId: province, day, isWaiting: true }))?.people ?? []

  const form = { membershipId: waiting?.membershipId ?? '', toUnitId: office, day: '2025-07-30', reason: 'QĐ bố trí' }
  done(await moveMembership(root, form))

  expect(await headcountOf(root, province, '2025-07-29')).toMatchObject({ people: 1, waiting: 1 })
  expect(await headcountOf(root, province, '2025-07-30')).toMatchObject({ people: 1, waiting: 0 })
})

test('whoever left their last unit belongs nowhere from that day on', async () => {
  const unitId = await aUnit()
  const person = await aPerson()
  const personId = person.id
  const membershipId = await aMembership({ personId, unitId })
  done(await endMembership(root, { membershipId, day: '2031-01-01', reason: 'thôi việc' }))
  expect(await peopleOf(root, { unitId, day: '2030-12-31' })).toMatchObject({ people: [{ personId }] })
  expect(await peopleOf(root, { unitId, day: '2031-01-01' })).toMatchObject({ people: [] })
  const { memberships } = await affiliationsOfPerson(person)
  expect(memberships).toMatchObject([{ unitId, toDay: '2031-01-01' }])
})

test('a manager moves people within the unit they manage, not in or out', async () => {
  const commune = await aUnit({ type: 'xa' })
  const [one, two] = [await aUnit({ parentId: commune }), await aUnit({ parentId: commune })]
  const neighbour = await aUnit({ type: 'xa' })
  const manager = await aManagerOf(commune)
  const { id: personId } = await aPerson()
  const membershipId = await aMembership({ personId, unitId: one })
  const form = { membershipId, toUnitId: neighbour, day, reason: 'x' }

  expect(await moveMembership(manager, form)).toBeNull()
  expect(await moveMembership(await aManagerOf(neighbour), form)).toBeNull()
  const { id } = done(await moveMembership(manager, { ...form, toUnitId: two }))
  expect(
    await endMembership(await aManagerOf(neighbour), { membershipId: id, day: '2025-08-01', reason: 'x' }),
  ).toBeNull()
  done(await endMembership(manager, { membershipId: id, day: '2025-08-01', reason: 'x' }))
})

test('a manager takes in whom they see and who belongs nowhere, nobody from elsewhere', async () => {
  const [unitId, other] = [await aUnit(), await aUnit()]
  const manager = await aManagerOf(unitId)
  const [free, taken] = [(await aPerson()).id, (await aPerson()).id]
  await aMembership({ personId: taken, unitId: other })
  expect(await addMembership(manager, { personId: taken, unitId, ...row })).toBeNull()
  expect(await addMembership(manager, { personId: free, unitId: other, ...row })).toBeNull()
  done(await addMembership(manager, { personId: free, unitId, ...row }))
})

test('managers give roles below them, and in their own unit those that answer to them', async () => {
  const commune = await aUnit()
  const office = await aUnit({ parentId: commune })
  const manager = await aManagerOf(commune)
  const { id: personId } = await aPerson()
  const give = (unitId: string, role: 'manager' | 'training-officer') =>
    appoint(manager, { personId, unitId, role, fromDay: '2025-01-01', reason: 'QĐ 9' })

  expect(await give(commune, 'manager')).toBeNull()
  done(await give(commune, 'training-officer'))
  const { id } = done(await give(office, 'manager'))
  expect(await give(office, 'manager')).toEqual({ problem: 'role-held' })
  done(await unappoint(manager, { holdingId: id, day, reason: 'thôi giữ chức' }))
  done(await give(office, 'manager').then((outcome) => (outcome && 'problem' in outcome ? { id } : outcome)))
})

test('memberships of an import carry its batch', async () => {
  const unitId = await aUnit()
  const { id: personId } = await aPerson()
  await aMembership({ personId, unitId, batchId: 'dot-1' })
  expect(await db.select().from(memberships).where(eq(memberships.batchId, 'dot-1'))).toHaveLength(1)
})

test('whoever closes their account belongs to no unit and holds no role from that day, and was counted until then', async () => {
  const [office, class10] = [await aUnit(), await aUnit({ type: 'lop' })]
  const ba = await aMember()
  await aMembership({ personId: ba.id, unitId: office, fromDay: '2024-01-01' })
  await aMembership({ personId: ba.id, unitId: class10, fromDay: '2027-01-01', category: 'nguoi_dan' })
  const role = { personId: ba.id, unitId: office, role: 'trainer' as const, fromDay: '2025-01-01', reason: 'QĐ 2' }
  done(await appoint(root, role))
  const now = new Date('2026-03-02T20:00:00+07:00')

  expect(await closeAccount(ba, 'guess', now)).toEqual({ problem: 'password-wrong' })
  expect(await headsOf(office, '2026-03-02')).toBe(1)
  expect(await closeAccount(ba, goodPassword, now)).toEqual({ closed: true })

  expect([await headsOf(office, '2026-03-01'), await headsOf(office, '2026-03-02')]).toEqual([1, 0])
  expect(await headsOf(class10, '2027-02-01')).toBe(0)
  const places = await db.select().from(memberships).where(eq(memberships.personId, ba.id))
  expect(places).toMatchObject([{ unitId: office, fromDay: '2024-01-01', toDay: '2026-03-02' }])
  const roles = await db.select().from(roleHoldings).where(eq(roleHoldings.personId, ba.id))
  expect(roles).toMatchObject([{ unitId: office, fromDay: '2025-01-01', toDay: '2026-03-02' }])
})
