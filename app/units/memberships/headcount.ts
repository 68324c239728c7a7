import type { Day } from '#app/i18n/day.ts'
import type { Period } from '#app/units/period.ts'
import { never, type StaffCategory } from '#app/units/unit.ts'

/** People counted once each, by their main unit. `people` holds those who wait (chưa phân bổ) as well. */
export type Headcount = { people: number; waiting: number; byCategory: Partial<Record<StaffCategory, number>> }

type Counted = { unitId: string; category: StaffCategory; isWaiting: boolean }
export type HeadcountRow = Counted & { count: number }
export type HeadcountChange = Counted & { day: Day; change: number }

/** The sum of rows, whatever units they are of. */
export function sumOf(rows: readonly HeadcountRow[]): Headcount {
  const sum: Headcount = { people: 0, waiting: 0, byCategory: {} }
  for (const { category, isWaiting, count } of rows) {
    if (count === 0) continue
    sum.people += count
    if (isWaiting) sum.waiting += count
    sum.byCategory[category] = (sum.byCategory[category] ?? 0) + count
  }
  return sum
}

/** How head-counts change when people were counted in one way, and are in another. */
export function changesOf(before: ReadonlyArray<Counted & Period>, after: ReadonlyArray<Counted & Period>) {
  const changes = new Map<string, HeadcountChange>()
  const count = ({ unitId, category, isWaiting }: Counted, day: Day, by: number) => {
    const key = `${unitId} ${day} ${category} ${isWaiting}`
    const change = changes.get(key) ?? { unitId, category, isWaiting, day, change: 0 }
    changes.set(key, { ...change, change: change.change + by })
  }
  const add = (mains: ReadonlyArray<Counted & Period>, by: number) => {
    for (const main of mains) {
      count(main, main.fromDay, by)
      if (main.toDay !== never) count(main, main.toDay, -by)
    }
  }
  add(before, -1)
  add(after, 1)
  return [...changes.values()].filter(({ change }) => change !== 0)
}
