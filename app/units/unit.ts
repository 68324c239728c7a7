import type { Day } from '#app/i18n/day.ts'

/** What a unit is; the field's own words (domain.md 2.1), with the tier of districts that ended on 1 July 2025. */
export const unitTypes = [
  'tinh',
  'so_nganh',
  'phong_so',
  'don_vi_su_nghiep',
  'dang_doan_the',
  'huyen',
  'xa',
  'phuong',
  'thi_tran',
  'phong_xa',
  'truong_hoc',
  'tram_y_te',
  'ap_khu_pho',
  'to_cnsc',
  'khu_cong_nghiep',
  'cum_cong_nghiep',
  'doanh_nghiep',
  'phan_xuong_to_chuyen',
  'htx',
  'lop',
] as const
export type UnitType = (typeof unitTypes)[number]

/** Units that whoever manages the unit above makes and ends without a decision of an authority. */
export const lightTypes: readonly UnitType[] = ['to_cnsc', 'phan_xuong_to_chuyen', 'lop']

export const staffCategories = ['can_bo', 'cong_chuc', 'vien_chuc', 'nguoi_lao_dong', 'nguoi_dan'] as const
export type StaffCategory = (typeof staffCategories)[number]

/** What somebody does for a unit and all below it. */
export const unitRoles = ['manager', 'training-officer', 'auditor', 'trainer'] as const
export type UnitRole = (typeof unitRoles)[number]

/** The last day of what has no end. Days are half-open: from the first day, up to and without the last. */
export const never: Day = '9999-12-31'

/** What a decision says of a unit; each change opens a new state. */
export type Facts = {
  /** As the province's list has it: five digits for communes; a tax number for an enterprise. */
  code: string | null
  /** Exactly as decreed. */
  name: string
  type: UnitType
  /** Null: nothing stands above it. */
  parentId: string | null
}

/** Facts from one day up to another. The states of a unit follow each other without gap or overlap. */
export type State = Facts & { unitId: string; fromDay: Day; toDay: Day }
