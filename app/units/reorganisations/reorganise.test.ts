import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { auditLines } from '#app/audit/schema.ts'
import { db } from '#app/db/db.server.ts'
import { changeType } from '#app/units/reorganisations/change-type.server.ts'
import { dissolve, previewDissolving } from '#app/units/reorganisations/dissolve.server.ts'
import { establish } from '#app/units/reorganisations/establish.server.ts'
import { move, previewMoving } from '#app/units/reorganisations/move.server.ts'
import { rename } from '#app/units/reorganisations/rename.server.ts'
import { appoint } from '#app/units/roles/appoint.server.ts'
import { roleHoldings } from '#app/units/schema.ts'
import { treeAt } from '#app/units/tree/tree-at.server.ts'
import { unitAt } from '#app/units/tree/unit-at.server.ts'
import { aPerson } from '#tests/factories.ts'
import { aPlace, before, day, headsOf, later, nameOf, namesIn, root } from '#tests/reorganised.ts'
import { headcountOf } from '#tests/unit-reading.ts'
import { aDecision, aUnit, done, onlyMade } from '#tests/units.ts'

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
  expect(await headcountOf(root, province, day)).toMatchObject({ people: 2, waiting: 1 })
})

test('what still stands below keeps a unit from being dissolved', async () => {
  const district = await aUnit({ type: 'huyen' })
  const commune = await aUnit({ parentId: district, type: 'xa' })
  expect(await previewDissolving(root, { decision: aDecision(day), unitId: district, successorId: null })).toEqual({
    problems: [{ problem: 'open-children', unitId: commune }],
  })
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
