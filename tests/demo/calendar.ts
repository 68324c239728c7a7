import type { Day } from '#app/i18n/day.ts'
import type { Dice } from '#tests/demo/dice.ts'

const dayMs = 24 * 60 * 60_000

/** Two years of history, with the merger in the middle. Fixed days, so that the province of a seed is always the same. */
export const calendar = {
  /** Old units stand from here on; when each was really founded is not told. */
  foundation: '2020-01-01',
  begin: '2024-07-01',
  merger: '2025-07-01',
  end: '2026-06-30',
} as const

export function dayAfter(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)
}

/** A day from `first` to `last`, but never that of the merger: who came or went by chance would blur its totals. */
export function someDay(dice: Dice, first: Day, last: Day): Day {
  const span = Math.round((Date.parse(last) - Date.parse(first)) / dayMs)
  const day = dayAfter(first, dice.between(0, span))
  return day === calendar.merger ? dayAfter(day, 1) : day
}

/** A day on which people begin and end work: the first or the fifteenth of a month, so far as that lies in between. */
export function someTerm(dice: Dice, first: Day, last: Day): Day {
  const day = someDay(dice, first, last)
  const [month, date] = [day.slice(0, 8), Number(day.slice(8))]
  const term = date <= 15 ? `${month}${date === 1 ? '01' : '15'}` : `${dayAfter(`${month}28`, 4).slice(0, 8)}01`
  if (term > last) return day
  return term === calendar.merger ? day : term
}
