import { and, type Column, gt, lte, type Placeholder } from 'drizzle-orm'
import type { Day } from '#app/i18n/day.ts'

/** A dated row that holds on a day; a placeholder for it in a statement. */
export function onDay(row: { fromDay: Column; toDay: Column }, day: Day | Placeholder) {
  return and(lte(row.fromDay, day), gt(row.toDay, day))
}
