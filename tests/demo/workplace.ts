import { made } from '#app/units/nasty-set/made.ts'
import { establish } from '#app/units/reorganisations/establish.server.ts'
import type { StaffCategory, UnitType } from '#app/units/unit.ts'
import { calendar } from '#tests/demo/calendar.ts'

/** A unit in which staff work, how many as against other units, and as what. */
export type Workplace = { unitId: string; category: StaffCategory; positions: readonly string[] }
export type Weighed = { weight: number; thing: Workplace }

export type UnitForm = { name: string; type: UnitType; parentId: string; code?: string; aliases?: string[] }

/** A unit that stood before the history begins; the decision is made up and says so. */
export function founded(unit: UnitForm): Promise<string> {
  const { foundation } = calendar
  return decided(unit, { number: '01/QĐ-MẪU', day: foundation, effectiveDay: foundation })
}

export async function decided(unit: UnitForm, decision: { number: string; day: string; effectiveDay: string }) {
  return made(await establish('command-line', { decision, unit }))
}

export const officials = ['Chuyên viên', 'Chuyên viên', 'Chuyên viên chính', 'Phó phòng', 'Văn thư', 'Cán sự'] as const
export const teachers = ['Giáo viên', 'Giáo viên', 'Giáo viên', 'Tổ trưởng chuyên môn', 'Nhân viên thư viện'] as const
export const carers = ['Y sĩ', 'Điều dưỡng', 'Điều dưỡng', 'Bác sĩ', 'Hộ sinh', 'Dược sĩ'] as const
