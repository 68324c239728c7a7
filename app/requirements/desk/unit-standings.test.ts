import { expect, test } from 'vitest'
import { dayOf } from '#app/i18n/day.ts'
import { unitStandings } from '#app/requirements/desk/unit-standings.server.ts'
import { keepStandings } from '#app/requirements/keeping/keep-standings.server.ts'
import { countQueries } from '#tests/count-queries.ts'
import { aRequirement } from '#tests/requirements.ts'
import { anOfficeAsked, signedInFor, unkept } from '#tests/standings.ts'
import { aUnit } from '#tests/units.ts'

const today = dayOf(new Date())

test('a unit tells how its people stand to each requirement, and each unit below it the same', async () => {
  const { department, office, requirementId } = await anOfficeAsked()
  await aUnit({ name: 'Ban Tôn giáo', type: 'phong_so', parentId: department })
  const { who } = await signedInFor(department)

  const told = await unitStandings(who, { unitId: department, day: today })
  expect(told).toMatchObject({ name: 'Sở Nội vụ', mayAct: true, mayName: true, unkept: [], own: {} })
  expect(told?.requirements).toMatchObject([
    { id: requirementId, unitName: 'Sở Nội vụ', figure: { done: 1, overdue: 2, due: 0 } },
  ])
  expect(told?.children.map(({ name, figures }) => [name, figures[requirementId]?.overdue])).toEqual([
    ['Ban Tôn giáo', undefined],
    ['Văn phòng Sở', 2],
  ])
  expect(told?.children[1]?.unitId).toBe(office)
})

test('figures of a unit are there for who answers for it, and for nobody else', async () => {
  const { department } = await anOfficeAsked()
  const { who: stranger } = await signedInFor(await aUnit())
  const { who: learner } = await signedInFor(null, 'learner')
  const { who: administrator } = await signedInFor(null, 'administrator')
  const asked = { unitId: department, day: today }

  expect(await unitStandings(stranger, asked)).toBeNull()
  expect(await unitStandings(learner, asked)).toBeNull()
  expect(await unitStandings(administrator, asked)).toMatchObject({ unitId: department })
})

test('what was asked just now is told as being counted, where it means somebody of the unit', async () => {
  const { department, office, requirementId } = await anOfficeAsked()
  const { who } = await signedInFor(department)
  const elsewhere = await aRequirement({ unitId: await aUnit(), courseIds: ['x'] })
  await unkept(requirementId)

  for (const unitId of [department, office]) {
    const told = await unitStandings(who, { unitId, day: today })
    expect(told?.unkept.map(({ id }) => id)).toEqual([requirementId])
    expect(told?.unkept.map(({ id }) => id)).not.toContain(elsewhere)
  }
  await keepStandings()
  expect(await unitStandings(who, { unitId: department, day: today })).toMatchObject({ unkept: [] })
})

test('a day before what a manager may look back on tells figures and no names', async () => {
  const { department } = await anOfficeAsked()
  const { who } = await signedInFor(department)
  const told = await unitStandings(who, { unitId: department, day: '2019-06-01' })
  expect(told === null || !told.mayName).toBe(true)
  expect(await unitStandings(who, { unitId: department, day: '2021-01-01' })).toMatchObject({
    mayAct: false,
    mayName: true,
    requirements: [],
  })
})

test('a day to come is told as today', async () => {
  const { department } = await anOfficeAsked()
  const { who } = await signedInFor(department)
  expect(await unitStandings(who, { unitId: department, day: '2099-01-01' })).toMatchObject({ day: today })
})

test('figures of a unit take as many queries whatever stands below it', async () => {
  const { department, requirementId } = await anOfficeAsked()
  const { who } = await signedInFor(department)
  for (let more = 0; more < 15; more++) await aUnit({ type: 'phong_so', parentId: department })
  const asked = { unitId: department, day: today }

  expect(await countQueries(() => unitStandings(who, asked))).toBeLessThanOrEqual(7)
  expect(await countQueries(() => unitStandings(who, asked))).toBeLessThanOrEqual(5)
  await unkept(requirementId)
  expect(await countQueries(() => unitStandings(who, asked))).toBeLessThanOrEqual(6)
})
