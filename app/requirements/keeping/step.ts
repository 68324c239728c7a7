import type { Day } from '#app/i18n/day.ts'
import { isTheSame, type StandingRow, saysTheSame } from '#app/requirements/keeping/wanted-rows.ts'
import type { Standing } from '#app/requirements/standing/standing.ts'

export type FigureChange = { unitId: string; requirementId: string; standing: Standing; day: Day; change: number }

/** What a step of the keeper writes. */
export type Step = {
  /** Rows that hold no longer from the day on: who was told otherwise before. */
  ended: StandingRow[]
  /** Rows of the day, and rows whose details alone are mended. */
  noted: StandingRow[]
  /** Rows that began on the day itself and mean nobody any more. */
  dropped: StandingRow[]
  changes: FigureChange[]
}

/**
 * From how people stand by what was noted to how they stand on a day. What was noted on the day itself is written over: of
 * a day its last word is reported. Wanted rows that are `null` end what stands.
 */
export function stepTo(standing: readonly StandingRow[], wanted: readonly StandingRow[], day: Day): Step {
  const step: Step = { ended: [], noted: [], dropped: [], changes: [] }
  const left = new Map(standing.map((row) => [keyOf(row), row]))
  for (const row of wanted) {
    const before = left.get(keyOf(row))
    left.delete(keyOf(row))
    if (before && isTheSame(before, row)) continue
    if (before && saysTheSame(before, row)) step.noted.push({ ...row, fromDay: before.fromDay })
    else replace(step, before, row, day)
  }
  for (const before of left.values()) replace(step, before, null, day)
  return { ...step, changes: summed(step.changes) }
}

function replace(step: Step, before: StandingRow | undefined, row: StandingRow | null, day: Day) {
  if (before) {
    count(step, before, -1, day)
    if (before.fromDay < day) step.ended.push(before)
    else if (!row) step.dropped.push(before)
  }
  if (row) {
    count(step, row, 1, day)
    step.noted.push(row)
  }
}

function count(step: Step, { unitId, requirementId, standing }: StandingRow, change: number, day: Day) {
  if (unitId !== null && standing !== 'not-due') step.changes.push({ unitId, requirementId, standing, day, change })
}

function summed(changes: readonly FigureChange[]): FigureChange[] {
  const sums = new Map<string, FigureChange>()
  for (const one of changes) {
    const key = `${one.unitId} ${one.requirementId} ${one.standing}`
    const sum = sums.get(key)
    if (sum) sum.change += one.change
    else sums.set(key, { ...one })
  }
  return [...sums.values()].filter(({ change }) => change !== 0)
}

const keyOf = ({ requirementId, personId }: StandingRow) => `${requirementId} ${personId}`
