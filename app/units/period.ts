import type { Day } from '#app/i18n/day.ts'

/** Half-open: from the first day up to, and without, the last. */
export type Period = { fromDay: Day; toDay: Day }

export function overlaps(a: Period, b: Period): boolean {
  return a.fromDay < b.toDay && b.fromDay < a.toDay
}

export function covers(period: Period, day: Day): boolean {
  return period.fromDay <= day && day < period.toDay
}

/** What of a period is in none of the others, in order. */
export function uncovered(period: Period, others: readonly Period[]): Period[] {
  let left = [{ fromDay: period.fromDay, toDay: period.toDay }]
  for (const other of others) left = left.flatMap((piece) => without(piece, other))
  return left.sort((a, b) => (a.fromDay < b.fromDay ? -1 : 1))
}

function without(piece: Period, other: Period): Period[] {
  if (!overlaps(piece, other)) return [piece]
  const before = { fromDay: piece.fromDay, toDay: other.fromDay }
  const after = { fromDay: other.toDay, toDay: piece.toDay }
  return [before, after].filter(({ fromDay, toDay }) => fromDay < toDay)
}

export function laterDay(a: Day, b: Day): Day {
  return a > b ? a : b
}

export function earlierDay(a: Day, b: Day): Day {
  return a < b ? a : b
}
