import { and, eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '#app/db/db.server.ts'
import type { Authority } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { moveMembership } from '#app/units/memberships/move-membership.server.ts'
import { merge } from '#app/units/reorganisations/merge.server.ts'
import { appoint } from '#app/units/roles/appoint.server.ts'
import { unappoint } from '#app/units/roles/unappoint.server.ts'
import { firstSeen, isSeen } from '#app/units/sight/is-seen.server.ts'
import { lookedAfter } from '#app/units/sight/looked-after.server.ts'
import { looksAfter } from '#app/units/sight/looks-after.server.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { sightOf } from '#app/units/sight/sight-of.server.ts'
import { searchUnits } from '#app/units/tree/search-units.server.ts'
import { treeAt } from '#app/units/tree/tree-at.server.ts'
import { unitAt } from '#app/units/tree/unit-at.server.ts'
import type { UnitRole } from '#app/units/unit.ts'
import { aPerson } from '#tests/factories.ts'
import { headcountOf, peopleOf } from '#tests/unit-reading.ts'
import { aDecision, aMembership, aUnit, done } from '#tests/units.ts'

const root = 'command-line'
const day = '2025-07-01'

const holder = async (unitId: string, role: UnitRole = 'manager', fromDay = '2021-01-01') => {
  const person = await aPerson({ role: 'manager' })
  const { id } = done(await appoint(root, { personId: person.id, unitId, role, fromDay, reason: 'QĐ 3' }))
  return { ...person, holding: id }
}
const memberOf = async (unitId: string) => {
  const person = await aPerson()
  await aMembership({ personId: person.id, unitId })
  return person
}
/** Both faces of the one rule: a test that asks them apart would not notice that they disagree. */
async function sees(viewer: Authority, personId: string, on = day) {
  const scope = await seenBy(viewer, on)
  const sight = await sightOf(scope, personId)
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), isSeen(scope, people.id)))
  expect(rows.length === 1).toBe(sight !== null)
  const gathered = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), scope.isEverything ? undefined : inArray(people.id, firstSeen(scope))))
  expect(gathered).toEqual(rows)
  return sight
}

test('a manager sees their subtree, not the neighbour, from the day they hold it until it is taken back', async () => {
  const commune = await aUnit()
  const school = await aUnit({ parentId: commune })
  const manager = await holder(commune, 'manager', day)
  const [teacher, stranger] = [await memberOf(school), await memberOf(await aUnit())]

  expect(await sees(manager, teacher.id, '2025-06-30')).toBeNull()
  expect(await sees(manager, teacher.id)).toMatchObject({ sight: 'record', mayAct: true })
  expect(await sees(manager, stranger.id)).toBeNull()

  done(await unappoint(root, { holdingId: manager.holding, day: '2025-09-01', reason: 'nghỉ' }))
  expect(await sees(manager, teacher.id, '2025-09-01')).toBeNull()
})

test('whoever is moved goes out of one sight and into another on the day, with the history of the current year', async () => {
  const [one, two] = [await aUnit(), await aUnit()]
  const [old, next] = [await holder(one), await holder(two, 'manager', '2025-03-01')]
  const person = await aPerson()
  const membershipId = await aMembership({ personId: person.id, unitId: one })
  done(await moveMembership(root, { membershipId, toUnitId: two, day, reason: 'điều động' }))

  expect([await sees(old, person.id, '2025-06-30'), await sees(next, person.id, '2025-06-30')]).toMatchObject([
    {},
    null,
  ])
  expect(await sees(old, person.id)).toBeNull()
  expect(await sees(next, person.id)).toMatchObject({ historyFrom: '2025-01-01' })
  expect(await sees(next, person.id, '2026-02-01')).toMatchObject({ historyFrom: '2025-03-01' })
})

test('the manager of a unit that ended sees nobody from that day', async () => {
  const [one, two] = [await aUnit(), await aUnit()]
  const manager = await holder(one)
  const person = await memberOf(one)
  const make = { name: 'Xã Vĩnh Kim', type: 'xa' as const, parentId: null }
  done(await merge(root, { decision: aDecision(day), unitIds: [one, two], into: { make } }))
  expect(await sees(manager, person.id, '2025-06-30')).not.toBeNull()
  expect(await sees(manager, person.id)).toBeNull()
})

test('an enterprise sees only its own people, and only completion and score band', async () => {
  const zone = await aUnit({ type: 'khu_cong_nghiep' })
  const [one, two] = [
    await aUnit({ parentId: zone, type: 'doanh_nghiep' }),
    await aUnit({ parentId: zone, type: 'doanh_nghiep' }),
  ]
  const line = await aUnit({ parentId: one, type: 'phan_xuong_to_chuyen' })
  const [own, other] = [await memberOf(line), await memberOf(two)]
  expect(await sees(await holder(one), own.id)).toMatchObject({ sight: 'band' })
  expect(await sees(await holder(line), own.id)).toMatchObject({ sight: 'band' })
  expect(await sees(await holder(one), other.id)).toBeNull()
  expect(await sees(await holder(zone), own.id)).toMatchObject({ sight: 'record' })
})

test('auditors read, trainers alone see answers, training officers act', async () => {
  const unitId = await aUnit()
  const { id } = await memberOf(unitId)
  expect(await sees(await holder(unitId, 'auditor'), id)).toMatchObject({ sight: 'record', mayAct: false })
  expect(await sees(await holder(unitId, 'trainer'), id)).toMatchObject({ sight: 'answers', mayAct: false })
  expect(await sees(await holder(unitId, 'training-officer'), id)).toMatchObject({ sight: 'record', mayAct: true })
  expect(await sees(await aPerson({ role: 'administrator' }), id)).toMatchObject({ sight: 'record', mayAct: true })
})

test('a manager without a unit, a trainer of the house and a learner see nobody', async () => {
  const { id } = await memberOf(await aUnit())
  for (const role of ['manager', 'trainer', 'learner'] as const)
    expect(await sees(await aPerson({ role }), id)).toBeNull()
})

test('a unit, its people and its totals are not there for the manager of another', async () => {
  const [company, other] = [await aUnit({ type: 'doanh_nghiep' }), await aUnit({ type: 'doanh_nghiep' })]
  const manager = await holder(other)
  await memberOf(company)
  expect(await unitAt(manager, company, day)).toBeNull()
  expect(await peopleOf(manager, { unitId: company, day })).toBeNull()
  expect(await headcountOf(manager, company, day)).toBeNull()
  expect((await treeAt(manager, day)).map(({ unitId }) => unitId)).toEqual([other])
})

test('names and history of public bodies are open to whoever holds a role, their people are not', async () => {
  const [commune, other] = [await aUnit({ type: 'xa', name: 'Xã Hiệp Đức' }), await aUnit({ type: 'xa' })]
  const manager = await holder(other)
  expect(await unitAt(manager, commune, day)).toMatchObject({ facts: { name: 'Xã Hiệp Đức' }, sight: null })
  expect((await searchUnits(manager, 'hiep duc', day))?.map(({ unitId }) => unitId)).toContain(commune)
  expect(await peopleOf(manager, { unitId: commune, day })).toBeNull()
  expect(await searchUnits(await aPerson(), 'hiep duc', day)).toBeNull()
})

test('of a past day only those are named whom the viewer sees today; the totals count everybody', async () => {
  const [one, two] = [await aUnit(), await aUnit()]
  const manager = await holder(one)
  const [stays, gone] = [await memberOf(one), await aPerson()]
  const membershipId = await aMembership({ personId: gone.id, unitId: one })
  done(await moveMembership(root, { membershipId, toUnitId: two, day, reason: 'điều động' }))
  const past = await peopleOf(manager, { unitId: one, day: '2025-06-01' }, day)
  expect(past?.people.map(({ personId }) => personId)).toEqual([stays.id])
  expect(await headcountOf(manager, one, '2025-06-01', day)).toMatchObject({ people: 2 })
})

test('who may decide about many is the same for each of them', async () => {
  const zone = await aUnit({ type: 'khu_cong_nghiep' })
  const company = await aUnit({ type: 'doanh_nghiep', parentId: zone })
  const office = await aUnit({ parentId: zone })
  const ids = [await memberOf(company), await memberOf(office), await memberOf(await aUnit())].map(({ id }) => id)
  const both = await holder(company)
  done(await appoint(root, { personId: both.id, unitId: zone, role: 'auditor', fromDay: '2021-01-01', reason: 'QĐ 4' }))
  const [above, inside, trains] = [await holder(zone), await holder(company), await holder(office, 'trainer')]
  const viewers: Authority[] = [above, inside, trains, both, await aPerson(), root]
  for (const viewer of viewers) {
    const each = await Promise.all(ids.map((id) => looksAfter(viewer, id)))
    expect(await lookedAfter(viewer, ids)).toEqual(new Set(ids.filter((_, place) => each[place])))
  }
  expect(await lookedAfter(both, ids)).toEqual(new Set(ids.slice(0, 1)))
})
