import type { Day } from '#app/i18n/day.ts'

const sameBy = ['course', 'title', 'evidence', 'paper'] as const
export type SameBy = (typeof sameBy)[number]

/** Something learnt in a year. Two that share a mark are the same, and so is what has a mark that the other `bars`. */
export type Learnt = {
  id: string
  /** The lower counts rather than the higher, whatever the days. */
  rank: number
  category: string
  halfHours: number
  completedDay: Day
  marks: Mark[]
  bars: Mark[]
}
type Mark = `${SameBy} ${string}`

/** What counts not, since it is the same as another, and by what one knows. */
export type LeftOut = { id: string; sameAs: string; by: SameBy }

/**
 * The same thing learnt again in a year counts once: the first time, in an order that is theirs and not that of the rows.
 * What shares a mark with `already` counts not at all.
 */
export function countedOnce(learnt: readonly Learnt[], already: readonly Learnt[] = []) {
  const seen = new Map<Mark, string>()
  const counted: Learnt[] = []
  const leftOut: LeftOut[] = []
  for (const one of already) note(seen, one)
  for (const one of [...learnt].sort(byTurn)) {
    const same = one.marks.find((mark) => seen.has(mark))
    if (same) leftOut.push({ id: one.id, sameAs: seen.get(same) ?? '', by: kindOf(same) })
    else counted.push(one)
    // Also of what does not count: whoever is the same as it is the same as the one that does.
    note(seen, one)
  }
  return { counted, leftOut }
}

function note(seen: Map<Mark, string>, { id, marks, bars }: Learnt) {
  for (const mark of [...marks, ...bars]) if (!seen.has(mark)) seen.set(mark, id)
}

function kindOf(mark: Mark): SameBy {
  return sameBy.find((kind) => mark.startsWith(`${kind} `)) ?? 'title'
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
