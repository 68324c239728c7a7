import type { Day } from '#app/i18n/day.ts'

/** Something learnt in a year. Two that share a mark are the same, and so is what has a mark that the other `bars`. */
export type Learnt = {
  id: string
  /** The lower counts rather than the higher, whatever the days. */
  rank: number
  category: string
  halfHours: number
  completedDay: Day
  marks: string[]
  bars: string[]
}

/**
 * The same thing learnt again in a year counts once: the first time, in an order that is theirs and not that of the rows.
 * What shares a mark with `already` counts not at all.
 */
export function countedOnce(learnt: readonly Learnt[], already: readonly Learnt[] = []): Learnt[] {
  const seen = new Set(already.flatMap(({ marks, bars }) => [...marks, ...bars]))
  const counted: Learnt[] = []
  for (const one of [...learnt].sort(byTurn)) {
    if (!one.marks.some((mark) => seen.has(mark))) counted.push(one)
    // Also of what does not count: whoever is the same as it is the same as the one that does.
    for (const mark of [...one.marks, ...one.bars]) seen.add(mark)
  }
  return counted
}

function byTurn(a: Learnt, b: Learnt): number {
  return (
    a.rank - b.rank ||
    compare(a.completedDay, b.completedDay) ||
    b.halfHours - a.halfHours ||
    compare(a.category, b.category) ||
    compare(a.id, b.id)
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
