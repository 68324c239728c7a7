import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { auditLines } from '#app/audit/schema.ts'
import { db } from '#app/db/db.server.ts'
import { peopleOf } from '#app/units/memberships/people-of.server.ts'
import { totalsOf } from '#app/units/memberships/totals-of.server.ts'
import { changeType } from '#app/units/reorganisations/change-type.server.ts'
import { dissolve, previewDissolving } from '#app/units/reorganisations/dissolve.server.ts'
import { establish } from '#app/units/reorganisations/establish.server.ts'
import { merge, previewMerging } from '#app/units/reorganisations/merge.server.ts'
import { move, previewMoving } from '#app/units/reorganisations/move.server.ts'
import { rename } from '#app/units/reorganisations/rename.server.ts'
import { split } from '#app/units/reorganisations/split.server.ts'
import { appoint } from '#app/units/roles/appoint.server.ts'
import { reorganisations, roleHoldings } from '#app/units/schema.ts'
import { resolveTo } from '#app/units/tree/resolve.server.ts'
import { treeAt } from '#app/units/tree/tree-at.server.ts'
import { unitAt } from '#app/units/tree/unit-at.server.ts'
import { aPerson } from '#tests/factories.ts'
import { aDecision, aMembership, aUnit, done, onlyMade } from '#tests/units.ts'

const root = 'command-line'
const before = '2025-06-30'
const day = '2025-07-01'
const later = '2025-12-31'

const namesIn = async (unitId: string, on: string) =>
  (await peopleOf(root, { unitId, day: on }))?.people.map(({ fullName }) => fullName)
const nameOf = async (unitId: string, on: string) => (await unitAt(root, unitId, on))?.facts?.name ?? null
const headsOf = async (unitId: string, on: string) => (await totalsOf(root, unitId, on))?.all.people
const aPlace = async (unitId: string, fullName?: string, form = {}) => {
  const { id } = await aPerson(fullName ? { fullName } : {})
  await aMembership({ personId: id, unitId, ...form })
  return id
}

test('two communes become one on the day: people go along, the old ones stand until the day before', async () => {
  const province = await aUnit({ type: 'tinh' })
  const [one, two] = [await aUnit({ parentId: province, type: 'xa' }), await aUnit({ parentId: province, type: 'xa' })]
  await aPlace(one, 'Lê Văn Tám')
  await aPlace(two, 'Trần Văn An')
  const made = { name: 'Xã Kim Sơn', type: 'xa' as const, parentId: province, code: '28582' }

  const outcome = done(await merge(root, { decision: aDecision(day), unitIds: [one, two], into: { make: made } }))
  const unit = onlyMade(outcome)

  expect([await namesIn(one, before), await namesIn(two, before), await namesIn(unit, before)]).toEqual([
    ['Lê Văn Tám'],
    ['Trần Văn An'],
    [],
  ])
  expect(await namesIn(unit, day)).toEqual(['Trần Văn An', 'Lê Văn Tám'])
  expect([await nameOf(one, day), await nameOf(unit, before), await nameOf(unit, day)]).toEqual([
    null,
    null,
    'Xã Kim Sơn',
  ])
  expect([await headsOf(province, before), await headsOf(province, day)]).toEqual([2, 2])
})

test('a merger tells predecessors and successors, and the old unit leads to the new one', async () => {
  const province = await aUnit({ type: 'tinh' })
  const units = [await aUnit({ parentId: province }), await aUnit({ parentId: province })]
  const into = { make: { name: 'Sở Khoa học và Công nghệ', type: 'so_nganh' as const, parentId: province } }
  const made = onlyMade(done(await merge(root, { decision: aDecision(day), unitIds: units, into })))

  const page = await unitAt(root, made, day)
  expect(page?.predecessors.map(({ unitId }) => unitId).sort()).toEqual([...units].sort())
  expect((await unitAt(root, units[0] ?? '', later))?.successors).toEqual([
    { unitId: made, name: 'Sở Khoa học và Công nghệ' },
  ])
  expect(page?.history).toMatchObject([{ kind: 'merge', decisionNumber: '12/QĐ-UBND', effectiveDay: day }])
  expect((await resolveTo(later))(units[0] ?? '')).toEqual([made])
  expect((await resolveTo(before))(units[0] ?? '')).toEqual([units[0]])
})

test('whoever belonged to both is one person in the new unit, and the preview says so', async () => {
  const province = await aUnit({ type: 'tinh' })
  const [one, two] = [await aUnit({ parentId: province }), await aUnit({ parentId: province })]
  const both = await aPlace(one)
  await aMembership({ personId: both, unitId: two })
  const into = { make: { name: 'Sở Nội vụ', type: 'so_nganh' as const, parentId: province } }
  const form = { decision: aDecision(day), unitIds: [one, two], into }

  expect(await previewMerging(root, form)).toMatchObject({ doubled: 1, begins: [{ name: 'Sở Nội vụ' }] })
  const made = onlyMade(done(await merge(root, form)))

  expect(await namesIn(made, day)).toHaveLength(1)
  expect([await headsOf(province, before), await headsOf(province, day)]).toEqual([1, 1])
})

test('a preview writes nothing', async () => {
  const units = [await aUnit(), await aUnit()]
  const events = async () => (await db.select().from(reorganisations)).length
  const count = await events()
  const into = { make: { name: 'Sở Xây dựng', type: 'so_nganh' as const, parentId: null } }

  expect(await previewMerging(root, { decision: aDecision(day), unitIds: units, into })).toMatchObject({
    ends: [{ unitId: units[0] }, { unitId: units[1] }],
  })

  expect(await events()).toBe(count)
  expect(await nameOf(units[0] ?? '', day)).not.toBeNull()
})

test('what stood below comes along with a merger', async () => {
  const province = await aUnit({ type: 'tinh' })
  const [one, two] = [await aUnit({ parentId: province }), await aUnit({ parentId: province })]
  const school = await aUnit({ parentId: one, type: 'truong_hoc' })
  await aPlace(school)
  const into = { make: { name: 'Xã Tân Hương', type: 'xa' as const, parentId: province } }
  const form = { decision: aDecision(day), unitIds: [one, two], into }

  expect(await previewMerging(root, form)).toMatchObject({ follow: [{ unitId: school }] })
  const made = onlyMade(done(await merge(root, form)))

  expect((await unitAt(root, school, before))?.path.at(-1)?.unitId).toBe(one)
  expect((await unitAt(root, school, day))?.path.map(({ unitId }) => unitId)).toEqual([province, made])
  expect([await headsOf(made, day), await headsOf(province, day)]).toEqual([1, 1])
})

test('a split places people by list; the others wait above and show in every total', async () => {
  const province = await aUnit({ type: 'tinh' })
  const commune = await aUnit({ parentId: province, type: 'xa', name: 'Xã Gáo Giồng' })
  const [listed, waiting] = [await aPlace(commune, 'Nguyễn Văn Dân'), await aPlace(commune, 'Võ Thị Đẹp')]
  const [west, east] = [await aUnit({ parentId: province }), await aUnit({ parentId: province })]

  done(
    await split(root, {
      decision: aDecision(day),
      unitId: commune,
      into: [{ unitId: west }, { unitId: east }],
      people: [{ personId: listed, to: 1 }],
    }),
  )

  expect([await namesIn(west, day), await namesIn(east, day)]).toEqual([[], ['Nguyễn Văn Dân']])
  const totals = await totalsOf(root, province, day)
  expect(totals?.all).toMatchObject({ people: 2, waiting: 1 })
  expect(totals?.own).toMatchObject({ people: 1, waiting: 1 })
  const page = await peopleOf(root, { unitId: province, day, isWaiting: true })
  expect(page?.people).toMatchObject([{ personId: waiting, waitsFromId: commune }])
  expect((await resolveTo(later))(commune).sort()).toEqual([west, east].sort())
})

test('a split is refused with people who are not there, named twice or sent nowhere', async () => {
  const commune = await aUnit()
  const person = await aPlace(commune)
  const stranger = (await aPerson()).id
  const into = [{ unitId: await aUnit() }, { unitId: await aUnit() }]
  const people = [
    { personId: person, to: 0 },
    { personId: person, to: 1 },
    { personId: stranger, to: 7 },
    { personId: (await aPerson()).id, to: 0 },
  ]

  expect(await split(root, { decision: aDecision(day), unitId: commune, into, people })).toMatchObject({
    problems: [{ problem: 'person-twice' }, { problem: 'person-place' }, { problem: 'person-not-there' }],
  })
})

test('without a unit above nobody can wait, so every person must be named', async () => {
  const commune = await aUnit()
  const person = await aPlace(commune)
  const into = [{ unitId: await aUnit() }, { unitId: await aUnit() }]
  const form = { decision: aDecision(day), unitId: commune, into }

  expect(await split(root, { ...form, people: [] })).toEqual({
    problems: [{ problem: 'nothing-above', unitId: commune }],
  })
  done(await split(root, { ...form, people: [{ personId: person, to: 0 }] }))
})

test('a part may be carved out of a unit that lives on', async () => {
  const [department, office] = [await aUnit(), await aUnit()]
  const [stays, goes] = [await aPlace(department, 'Tô Thị Ngọc Ánh'), await aPlace(department, 'Lê Thị Ân')]
  done(
    await split(root, {
      decision: aDecision(day),
      unitId: department,
      into: [{ unitId: office }],
      people: [{ personId: goes, to: 0 }],
      stays: true,
    }),
  )

  expect([await namesIn(department, day), await namesIn(office, day)]).toEqual([['Tô Thị Ngọc Ánh'], ['Lê Thị Ân']])
  expect((await resolveTo(day))(department)).toEqual([department])
  expect(stays).not.toBe(goes)
})

test('a new name holds from its day; each day keeps the name decreed then', async () => {
  const unit = await aUnit({ name: 'Sở Thông tin và Truyền thông' })
  done(await rename(root, { decision: aDecision(day), unitId: unit, name: 'Sở Khoa học và Công nghệ' }))

  expect([await nameOf(unit, before), await nameOf(unit, day)]).toEqual([
    'Sở Thông tin và Truyền thông',
    'Sở Khoa học và Công nghệ',
  ])
  expect(await rename(root, { decision: aDecision(later), unitId: unit, name: 'Sở Khoa học và Công nghệ' })).toEqual({
    problems: [{ problem: 'nothing-changes', unitId: unit }],
  })
})

test('a decision that comes late slips in between: what a later one changed stays as that one says', async () => {
  const [unit, other] = [await aUnit({ name: 'A' }), await aUnit()]
  done(await move(root, { decision: aDecision(later), unitId: unit, parentId: other }))
  done(await rename(root, { decision: aDecision(day), unitId: unit, name: 'B' }))
  done(await rename(root, { decision: aDecision(later), unitId: unit, name: 'C' }))

  const states = (await unitAt(root, unit, later))?.states.map(({ fromDay, name, parentId }) => [
    fromDay,
    name,
    parentId,
  ])
  expect(states).toEqual([
    ['2020-01-01', 'A', null],
    [day, 'B', null],
    [later, 'C', other],
  ])
})

test('a commune becomes a ward with another name and code on the same day', async () => {
  const unit = await aUnit({ type: 'xa', name: 'Xã Tân Chánh', code: '29111' })
  const form = {
    decision: aDecision(day),
    unitId: unit,
    type: 'phuong' as const,
    name: 'Phường Tân Chánh',
    code: '29112',
  }
  done(await changeType(root, form))

  expect((await unitAt(root, unit, before))?.facts).toMatchObject({ type: 'xa', code: '29111' })
  expect((await unitAt(root, unit, day))?.facts).toMatchObject({
    type: 'phuong',
    code: '29112',
    name: 'Phường Tân Chánh',
  })
})

test('a unit moves with all below it, and never below itself', async () => {
  const [one, two] = [await aUnit({ type: 'tinh' }), await aUnit({ type: 'tinh' })]
  const zone = await aUnit({ parentId: one, type: 'khu_cong_nghiep' })
  const company = await aUnit({ parentId: zone, type: 'doanh_nghiep' })
  await aPlace(company)
  const circle = { decision: aDecision(day), unitId: one, parentId: company }
  expect(await previewMoving(root, circle)).toMatchObject({ problems: [{ problem: 'cycle' }] })

  done(await move(root, { decision: aDecision(day), unitId: zone, parentId: two }))

  expect([await headsOf(one, before), await headsOf(two, before)]).toEqual([1, 0])
  expect([await headsOf(one, day), await headsOf(two, day)]).toEqual([0, 1])
  const tree = (await treeAt(root, day)).filter(({ unitId }) => [two, zone, company].includes(unitId))
  expect(tree.map(({ depth }) => depth)).toEqual([0, 1, 2])
})

test('a dissolved unit hands its people on; without a successor they wait above', async () => {
  const province = await aUnit({ type: 'tinh' })
  const [one, two, heir] = [
    await aUnit({ parentId: province }),
    await aUnit({ parentId: province }),
    await aUnit({ parentId: province }),
  ]
  await aPlace(one, 'Ngô Thị Út')
  await aPlace(two, 'Bùi Văn Hóa')

  done(await dissolve(root, { decision: aDecision(day), unitId: one, successorId: heir }))
  done(await dissolve(root, { decision: aDecision(day), unitId: two, successorId: null }))

  expect(await namesIn(heir, day)).toEqual(['Ngô Thị Út'])
  expect(await totalsOf(root, province, day)).toMatchObject({ all: { people: 2, waiting: 1 } })
})

test('what still stands below keeps a unit from being dissolved', async () => {
  const district = await aUnit({ type: 'huyen' })
  const commune = await aUnit({ parentId: district, type: 'xa' })
  expect(await previewDissolving(root, { decision: aDecision(day), unitId: district, successorId: null })).toEqual({
    problems: [{ problem: 'open-children', unitId: commune }],
  })
})

test('a unit does not go into itself, nor into one that stands not yet or no longer', async () => {
  const [one, two] = [await aUnit(), await aUnit()]
  const young = await aUnit({ from: later })
  const gone = await aUnit()
  done(await dissolve(root, { decision: aDecision('2024-01-01'), unitId: gone, successorId: one }))
  const into = (unitId: string) => merge(root, { decision: aDecision(day), unitIds: [one, two], into: { unitId } })

  expect(await into(one)).toEqual({ problems: [{ problem: 'into-itself', unitId: one }] })
  expect(await into(young)).toEqual({ problems: [{ problem: 'successor-not-alive', unitId: young }] })
  expect(await into(gone)).toEqual({ problems: [{ problem: 'successor-not-alive', unitId: gone }] })
  expect(await into('nowhere')).toEqual({ problems: [{ problem: 'unknown-unit', unitId: 'nowhere' }] })
})

test('two units never have one code on one day; a code is free the day its unit ends', async () => {
  const [one, two] = [await aUnit({ code: 'X-28', type: 'so_nganh' }), await aUnit()]
  const make = { name: 'Sở mới', type: 'so_nganh' as const, parentId: null, code: 'X-28' }
  expect(await establish(root, { decision: aDecision(later), unit: make })).toEqual({
    problems: [{ problem: 'code-taken', unitId: one }],
  })
  const outcome = done(await merge(root, { decision: aDecision(day), unitIds: [one, two], into: { make } }))
  expect((await unitAt(root, onlyMade(outcome), day))?.facts?.code).toBe('X-28')
})

test('the same decision entered twice is refused the second time', async () => {
  const [one, two] = [await aUnit(), await aUnit()]
  const into = { make: { name: 'Trung tâm Chuyển đổi số', type: 'don_vi_su_nghiep' as const, parentId: null } }
  const form = { decision: aDecision(day), unitIds: [one, two], into }
  const outcomes = await Promise.all([merge(root, form), merge(root, form)])
  expect(outcomes.filter((outcome) => outcome && 'problems' in outcome)).toHaveLength(1)
})

test('a decision needs a number and days that the calendar has; classes and teams need neither', async () => {
  const parentId = await aUnit()
  const decision = { number: ' ', day: '2025-02-30', effectiveDay: '2025-13-01' }
  const unit = { name: 'Phòng Tổng hợp', type: 'phong_so' as const, parentId }
  expect(await establish(root, { decision, unit })).toEqual({
    problems: [{ problem: 'decision-number' }, { problem: 'decision-day' }, { problem: 'effective-day' }],
  })
  const aClass = { name: 'Lớp AI cơ bản', type: 'lop' as const, parentId }
  done(await establish(root, { decision: { number: '', day: '', effectiveDay: day }, unit: aClass }))
})

test('a merger of the future changes nothing today, and everything on its day', async () => {
  const [one, two] = [await aUnit(), await aUnit()]
  await aPlace(one)
  const into = { make: { name: 'Sở tương lai', type: 'so_nganh' as const, parentId: null } }
  const made = onlyMade(done(await merge(root, { decision: aDecision('2031-01-01'), unitIds: [one, two], into })))
  expect([await headsOf(one, '2030-12-31'), await headsOf(made, '2030-12-31')]).toEqual([1, 0])
  expect([await headsOf(one, '2031-01-01'), await headsOf(made, '2031-01-01')]).toEqual([0, 1])
})

test('roles end with their unit', async () => {
  const [one, two] = [await aUnit(), await aUnit()]
  const { id: personId } = await aPerson()
  done(await appoint(root, { personId, unitId: one, role: 'manager', fromDay: '2021-01-01', reason: 'QĐ 3' }))
  done(await dissolve(root, { decision: aDecision(day), unitId: one, successorId: two }))
  expect(await db.select().from(roleHoldings).where(eq(roleHoldings.personId, personId))).toMatchObject([
    { toDay: day },
  ])
})

test('each reorganisation leaves one line of audit with its decision', async () => {
  const unitId = await aUnit()
  const admin = await aPerson({ role: 'administrator' })
  const decision = aDecision(day, { number: '1663/NQ-UBTVQH15', note: 'sắp xếp' })
  const { reorganisationId } = done(await rename(admin, { decision, unitId, name: 'Tên mới' }))
  expect(await db.select().from(auditLines).where(eq(auditLines.subjectId, reorganisationId))).toMatchObject([
    { actorId: admin.id, verb: 'units.rename', reason: '1663/NQ-UBTVQH15 sắp xếp' },
  ])
})

test('only administrators reorganise; managers make classes and teams below their unit', async () => {
  const [unit, other] = [await aUnit(), await aUnit()]
  const manager = await aPerson({ role: 'manager' })
  done(
    await appoint(root, { personId: manager.id, unitId: unit, role: 'manager', fromDay: '2021-01-01', reason: 'QĐ 3' }),
  )
  const decision = aDecision(day)
  const aClass = (parentId: string | null) => ({ name: 'Lớp sáng', type: 'lop' as const, parentId })

  expect(await rename(manager, { decision, unitId: unit, name: 'Khác' })).toBeNull()
  expect(await establish(manager, { decision, unit: { ...aClass(unit), type: 'phong_so' } })).toBeNull()
  expect(await establish(manager, { decision, unit: aClass(other) })).toBeNull()
  expect(await establish(manager, { decision, unit: aClass(null) })).toBeNull()
  const made = onlyMade(done(await establish(manager, { decision, unit: aClass(unit) })))
  done(await rename(manager, { decision: aDecision(later), unitId: made, name: 'Lớp chiều' }))
})
