import { carried, made } from '#app/units/nasty-set/made.ts'
import type { OldProvinces } from '#app/units/nasty-set/old-province.server.ts'
import { dissolve } from '#app/units/reorganisations/dissolve.server.ts'
import { establish } from '#app/units/reorganisations/establish.server.ts'
import { merge } from '#app/units/reorganisations/merge.server.ts'
import { move } from '#app/units/reorganisations/move.server.ts'
import { rename } from '#app/units/reorganisations/rename.server.ts'
import type { Decision } from '#app/units/reorganisations/reorganisation.ts'
import { split } from '#app/units/reorganisations/split.server.ts'

const who = 'command-line'
const province: Decision = { number: '202/2025/QH15', day: '2025-06-12', effectiveDay: '2025-07-01' }
const communal: Decision = { number: '1663/NQ-UBTVQH15', day: '2025-06-16', effectiveDay: '2025-07-01' }
const departmental: Decision = { number: 'MẪU-SN', day: '2025-06-30', effectiveDay: '2025-07-01' }

/**
 * The two provinces become one, as decreed: districts end, communes merge, one is split. `toPhuCuong` of Gáo Giồng are
 * placed by list; who is in no list waits. The management boards of zones follow four weeks later.
 */
export async function theMerger(old: OldProvinces, toPhuCuong: string[]) {
  const { communes, departments, districts, zones, enterprises } = old
  const absorbed = { unitIds: [departments.ttttTienGiang], into: { unitId: departments.khcnTienGiang } }
  const earlier = { number: 'MẪU-TTTT', day: '2025-02-20', effectiveDay: '2025-03-01' }
  carried(await merge(who, { decision: earlier, ...absorbed }))

  const dongThap = made(
    await merge(who, {
      decision: province,
      unitIds: [old.tienGiang, old.dongThap],
      into: { make: { name: 'Tỉnh Đồng Tháp', type: 'tinh', code: '82', parentId: null } },
    }),
  )
  const newCommune = async (name: string, code: string, unitIds: string[]) => {
    const type = name.startsWith('Phường') ? ('phuong' as const) : ('xa' as const)
    return made(
      await merge(who, { decision: communal, unitIds, into: { make: { name, type, code, parentId: dongThap } } }),
    )
  }
  const myTho = await newCommune('Phường Mỹ Tho', '28261', [communes.phuong1, communes.phuong2, communes.tanLong])
  const daoThanh = await newCommune('Phường Đạo Thạnh', '28249', [
    communes.phuong4,
    communes.phuong5,
    communes.daoThanh,
  ])
  const kimSon = await newCommune('Xã Kim Sơn', '28582', [communes.binhDuc, communes.songThuan, communes.kimSon])

  const caoLanh = communes.phuong4CaoLanh
  carried(await rename(who, { decision: communal, unitId: caoLanh, name: 'Phường Cao Lãnh' }))
  for (const unitId of [caoLanh, communes.phongMy])
    carried(await move(who, { decision: communal, unitId, parentId: dongThap }))
  const make = { name: 'Xã Phú Cường', type: 'xa' as const, parentId: dongThap }
  const phuCuong = made(await establish(who, { decision: communal, unit: make }))
  const into = [{ unitId: phuCuong }, { unitId: communes.phongMy }]
  const people = toPhuCuong.map((personId) => ({ personId, to: 0 }))
  carried(await split(who, { decision: communal, unitId: communes.gaoGiong, into, people }))
  for (const unitId of Object.values(districts))
    carried(await dissolve(who, { decision: communal, unitId, successorId: null }))

  const so = { name: 'Sở Khoa học và Công nghệ', type: 'so_nganh' as const, parentId: dongThap, aliases: ['Sở KH&CN'] }
  const both = [departments.khcnTienGiang, departments.khcnDongThap]
  const khcn = made(await merge(who, { decision: departmental, unitIds: both, into: { make: so } }))
  const boards = [departments.kcnTienGiang, departments.kktDongThap]
  const board = { name: 'Ban Quản lý Khu kinh tế tỉnh Đồng Tháp', type: 'so_nganh' as const, parentId: dongThap }
  const late = { number: 'MẪU-KKT', day: '2025-07-28', effectiveDay: '2025-07-30' }
  const kkt = made(
    await merge(who, { decision: late, unitIds: boards, into: { make: { ...board, aliases: ['BQL KKT'] } } }),
  )
  const site = { number: 'MẪU-DN', day: '2025-12-15', effectiveDay: '2026-01-01' }
  carried(await move(who, { decision: site, unitId: enterprises.middle, parentId: zones.tanHuong }))
  return { dongThap, communes: { myTho, daoThanh, kimSon, caoLanh, phuCuong, phongMy: communes.phongMy }, khcn, kkt }
}
