import type { StaffCategory, UnitType } from '#app/units/unit.ts'

/** What somebody of a list is, where neither list nor sender tells: as most people of such a unit are. */
export function usualCategory(type: UnitType | undefined): StaffCategory {
  if (type === 'doanh_nghiep' || type === 'htx' || type === 'phan_xuong_to_chuyen') return 'nguoi_lao_dong'
  if (type === 'to_cnsc' || type === 'lop' || type === 'ap_khu_pho') return 'nguoi_dan'
  return 'cong_chuc'
}
