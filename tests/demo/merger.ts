import { carried, made } from '#app/units/nasty-set/made.ts'
import { theMerger } from '#app/units/nasty-set/merger.server.ts'
import type { OldProvinces } from '#app/units/nasty-set/old-province.server.ts'
import { dissolve } from '#app/units/reorganisations/dissolve.server.ts'
import { merge } from '#app/units/reorganisations/merge.server.ts'
import { calendar } from '#tests/demo/calendar.ts'
import type { OldCommunes } from '#tests/demo/old-communes.ts'
import type { OldDepartments } from '#tests/demo/old-departments.ts'

const who = 'command-line'
const communal = { number: '1663/NQ-UBTVQH15', day: '2025-06-16', effectiveDay: calendar.merger }
const departmental = { number: 'MẪU-SN', day: '2025-06-30', effectiveDay: calendar.merger }

export type Old = OldProvinces & { communal: OldCommunes; departmental: OldDepartments; toPhuCuong: string[] }
export type Merged = Awaited<ReturnType<typeof the1stOfJuly2025>>

/**
 * 1 July 2025 by the verbs alone. The communes are formed under Tiền Giang first, which then goes into the new province
 * with all below it on the same day; districts end last, when nothing stands below them.
 */
export async function the1stOfJuly2025(old: Old) {
  const formed: string[] = []
  for (const { code, name, type, fromIds } of old.communal.toForm) {
    const into = { make: { code, name, type, parentId: old.tienGiang } }
    formed.push(made(await merge(who, { decision: communal, unitIds: fromIds, into })))
  }
  const merged = await theMerger(old, old.toPhuCuong)
  for (const unitId of old.communal.districtIds.values())
    carried(await dissolve(who, { decision: communal, unitId, successorId: null }))
  const departments: string[] = []
  for (const { name, type, tienGiang, dongThap } of old.departmental.pairs) {
    const into = { make: { name, type, parentId: merged.dongThap } }
    departments.push(made(await merge(who, { decision: departmental, unitIds: [tienGiang, dongThap], into })))
  }
  const { myTho, daoThanh, kimSon } = merged.communes
  return { ...merged, tienGiangCommunes: [myTho, daoThanh, kimSon, ...formed], departments }
}
