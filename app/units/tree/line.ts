import { earlierDay, laterDay, type Period } from '#app/units/period.ts'
import type { State } from '#app/units/unit.ts'

/** A unit stands below another (or is it, at depth 0) from one day to another. */
export type Line = Period & { ancestorId: string; unitId: string; depth: number }

/**
 * All lines of one unit, by climbing from each of its states through the states of what stands above.
 * Ends because on no day a unit stands above itself; across days two units may well change places.
 */
export function linesOf(unitId: string, timelines: ReadonlyMap<string, readonly State[]>): Line[] {
  const found: Line[] = []
  for (const { fromDay, toDay } of timelines.get(unitId) ?? [])
    climb(unitId, { fromDay, toDay }, 0, (ancestorId, period, depth) =>
      found.push({ ancestorId, unitId, ...period, depth }),
    )
  return joined(found)

  function climb(
    at: string,
    period: Period,
    depth: number,
    meet: (ancestorId: string, period: Period, depth: number) => void,
  ) {
    if (depth > deepest) throw new Error(`a unit stands above itself: ${at}`)
    meet(at, period, depth)
    for (const state of timelines.get(at) ?? []) {
      const common = { fromDay: laterDay(state.fromDay, period.fromDay), toDay: earlierDay(state.toDay, period.toDay) }
      if (state.parentId !== null && common.fromDay < common.toDay) climb(state.parentId, common, depth + 1, meet)
    }
  }
}

const deepest = 40

function joined(lines: Line[]): Line[] {
  const result: Line[] = []
  const inOrder = lines.sort(
    (a, b) => compare(a.ancestorId, b.ancestorId) || compare(a.fromDay, b.fromDay) || a.depth - b.depth,
  )
  for (const line of inOrder) {
    const last = result.at(-1)
    const goesOn = last?.ancestorId === line.ancestorId && last.toDay === line.fromDay && last.depth === line.depth
    if (last && goesOn) last.toDay = line.toDay
    else result.push({ ...line })
  }
  return result
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
