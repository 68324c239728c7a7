export type ScoreBand = 'high' | 'middle' | 'passed'

/** How well an exam was passed, no closer: all that an enterprise may know. In thousandths; null: no exam was. */
export function bandOf(credit: number | null): ScoreBand | null {
  if (credit === null) return null
  if (credit >= 900) return 'high'
  return credit >= 800 ? 'middle' : 'passed'
}
