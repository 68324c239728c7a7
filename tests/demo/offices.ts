import { calendar } from '#tests/demo/calendar.ts'
import type { Merged } from '#tests/demo/merger.ts'
import { decided, officials, type Weighed } from '#tests/demo/workplace.ts'

const inCommunes = [
  { name: 'Văn phòng HĐND và UBND', type: 'phong_xa' },
  { name: 'Phòng Kinh tế', type: 'phong_xa' },
  { name: 'Phòng Văn hóa – Xã hội', type: 'phong_xa' },
  { name: 'Trung tâm Phục vụ hành chính công', type: 'don_vi_su_nghiep' },
] as const
const decision = { number: 'MẪU-PX', day: calendar.merger, effectiveDay: calendar.merger }

export type Offices = { workplaces: Weighed[]; teams: string[] }

/** What the new communes have that the old ones had not: offices, and a community digital team each. */
export async function newOffices({ tienGiangCommunes, departments, khcn }: Merged): Promise<Offices> {
  const workplaces: Weighed[] = [khcn, ...departments].map((unitId) => placeOf(unitId, 30))
  const teams: string[] = []
  for (const parentId of tienGiangCommunes) {
    for (const office of inCommunes) workplaces.push(placeOf(await decided({ ...office, parentId }, decision), 10))
    teams.push(await decided({ name: 'Tổ công nghệ số cộng đồng', type: 'to_cnsc', parentId }, decision))
  }
  return { workplaces, teams }
}

function placeOf(unitId: string, weight: number): Weighed {
  return { weight, thing: { unitId, category: 'cong_chuc', positions: officials } }
}
