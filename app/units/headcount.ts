import type { StaffCategory } from '#app/units/unit.ts'

/** People counted once each, by their main unit. `people` holds those who wait (chưa phân bổ) as well. */
export type Headcount = { people: number; waiting: number; byCategory: Partial<Record<StaffCategory, number>> }

export type HeadcountRow = { unitId: string; category: StaffCategory; isWaiting: boolean; count: number }

export const nobodyCounted: Headcount = { people: 0, waiting: 0, byCategory: {} }

/** The sum of rows, whatever units they are of. */
export function sumOf(rows: readonly HeadcountRow[]): Headcount {
  const sum: Headcount = { people: 0, waiting: 0, byCategory: {} }
  for (const { category, isWaiting, count } of rows) {
    sum.people += count
    if (isWaiting) sum.waiting += count
    sum.byCategory[category] = (sum.byCategory[category] ?? 0) + count
  }
  return sum
}
