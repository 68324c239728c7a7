import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db/db.server.ts'
import { nastySet } from '#app/units/nasty-set/nasty-set.server.ts'
import { unitSites } from '#app/units/schema.ts'
import { resolveTo } from '#app/units/tree/resolve.server.ts'
import { searchUnits } from '#app/units/tree/search-units.server.ts'
import { treeAt } from '#app/units/tree/tree-at.server.ts'
import { unitAt } from '#app/units/tree/unit-at.server.ts'
import { headcountOf, peopleOf } from '#tests/unit-reading.ts'

const root = 'command-line'
const [before, day, later] = ['2025-06-30', '2025-07-01', '2026-06-01']
const everybody = 60 + 12 + 48 + 62
let set: Awaited<ReturnType<typeof nastySet>>

beforeAll(async () => {
  set = await nastySet({ small: 12, middle: 48, large: 62 })
})

const headsOf = async (unitId: string, on: string) => (await headcountOf(root, unitId, on))?.people ?? 0

test('the merger leaves the number of people as it was', async () => {
  expect((await headsOf(set.old.tienGiang, before)) + (await headsOf(set.old.dongThap, before))).toBe(everybody)
  for (const on of [day, '2025-07-30', later]) expect(await headsOf(set.dongThap, on)).toBe(everybody)
})

test('before the day there are two provinces with districts, from it one without', async () => {
  const types = async (on: string) => (await treeAt(root, on)).map(({ type }) => type)
  expect((await types(before)).filter((type) => type === 'tinh' || type === 'huyen')).toHaveLength(6)
  expect((await types(day)).filter((type) => type === 'tinh' || type === 'huyen')).toEqual(['tinh'])
  const communes = (await treeAt(root, day)).filter(({ type }) => type === 'xa' || type === 'phuong')
  expect(communes.map(({ name }) => name)).toEqual([
    'Xã Kim Sơn',
    'Xã Phong Mỹ',
    'Xã Phú Cường',
    'Phường Cao Lãnh',
    'Phường Đạo Thạnh',
    'Phường Mỹ Tho',
  ])
})

test('the two Phường 4 go to the two ends of the province, though their names are one', async () => {
  const resolve = await resolveTo(later)
  expect(resolve(set.old.communes.phuong4)).toEqual([set.communes.daoThanh])
  expect(resolve(set.old.communes.phuong4CaoLanh)).toEqual([set.communes.caoLanh])
  const found = await searchUnits(root, 'phuong 4', day)
  expect(found?.slice(0, 2).map(({ facts, by, above }) => [facts.name, by, above])).toEqual([
    ['Phường Cao Lãnh', 'Phường 4', 'Tỉnh Đồng Tháp'],
    ['Phường 4', null, 'Thành phố Mỹ Tho'],
  ])
})

test('a split places by list, the rest wait; a dissolved district leaves its people waiting', async () => {
  expect(await headsOf(set.communes.phuCuong, day)).toBe(2)
  const waiting = await peopleOf(root, { unitId: set.dongThap, day, isWaiting: true })
  expect(waiting?.people.some(({ personId }) => personId === set.people.olderOne)).toBe(true)
  expect((await headcountOf(root, set.dongThap, day))?.waiting).toBe(waiting?.people.length)
})

test('whoever stood in the lists of both departments is one person in the new one', async () => {
  const page = await peopleOf(root, { unitId: set.khcn, day, words: 'tran van an' })
  expect(page?.people.map(({ personId }) => personId)).toEqual([set.people.inBoth])
})

test('old abbreviations lead on: Sở TT&TT to Sở KH&CN, through two mergers', async () => {
  const [found] = (await searchUnits(root, 'so tt&tt', later)) ?? []
  expect(found).toMatchObject({ facts: { name: 'Sở Thông tin và Truyền thông' }, stands: false })
  expect((await resolveTo(later))(found?.unitId ?? '')).toEqual([set.khcn])
  expect((await resolveTo('2025-04-01'))(found?.unitId ?? '')).toEqual([set.old.departments.khcnTienGiang])
})

test('boards of zones follow four weeks later, with zones and enterprises below them', async () => {
  expect((await unitAt(root, set.old.enterprises.large, day))?.path.at(-2)?.unitId).toBe(
    set.old.departments.kcnTienGiang,
  )
  expect((await unitAt(root, set.old.enterprises.large, '2025-07-30'))?.path.at(-2)?.unitId).toBe(set.kkt)
})

test('an enterprise moves to another site with its workers', async () => {
  const at = async (zone: string, on: string) => headsOf(zone, on)
  const { zones } = set.old
  expect([await at(zones.myTho, '2025-12-31'), await at(zones.tanHuong, '2025-12-31')]).toEqual([60, 63])
  expect([await at(zones.myTho, '2026-01-01'), await at(zones.tanHuong, '2026-01-01')]).toEqual([12, 111])
})

test('a zone lies in two communes, by their names of today', async () => {
  const sites = await db.select().from(unitSites).where(eq(unitSites.unitId, set.old.zones.myTho))
  const resolve = await resolveTo(later)
  expect(sites.flatMap(({ placeId }) => resolve(placeId)).sort()).toEqual(
    [set.communes.kimSon, set.communes.daoThanh].sort(),
  )
})
