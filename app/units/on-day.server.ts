import { and, type Column, gt, lte } from 'drizzle-orm'
import type { Day } from '#app/i18n/day.ts'

/** A dated row that holds on a day. */
export function onDay(row: { fromDay: Column; toDay: Column }, day: Day) {
  return and(lte(row.fromDay, day), gt(row.toDay, day))
}
