import { expect, test } from 'vitest'
import { db } from '#app/db/db.server.ts'
import { dissolve } from '#app/units/reorganisations/dissolve.server.ts'
import { establish } from '#app/units/reorganisations/establish.server.ts'
import { merge, previewMerging } from '#app/units/reorganisations/merge.server.ts'
import { reorganisations } from '#app/units/schema.ts'
import { resolveTo } from '#app/units/tree/resolve.server.ts'
import { unitAt } from '#app/units/tree/unit-at.server.ts'
import { aPlace, before, day, headsOf, later, nameOf, namesIn, root } from '#tests/reorganised.ts'
import { aDecision, aMembership, aUnit, done, onlyMade } from '#tests/units.ts'

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

test('a merger of the future changes nothing today, and everything on its day', async () => {
  const [one, two] = [await aUnit(), await aUnit()]
  await aPlace(one)
  const into = { make: { name: 'Sở tương lai', type: 'so_nganh' as const, parentId: null } }
  const made = onlyMade(done(await merge(root, { decision: aDecision('2031-01-01'), unitIds: [one, two], into })))
  expect([await headsOf(one, '2030-12-31'), await headsOf(made, '2030-12-31')]).toEqual([1, 0])
  expect([await headsOf(one, '2031-01-01'), await headsOf(made, '2031-01-01')]).toEqual([0, 1])
})
