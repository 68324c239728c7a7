/** One line of the table. */
export type Figure = {
  name: string
  value: number
  unit: string
  /** What it is measured against, in the same run. */
  limit: { name: string; value: number } | null
  /** The median of the rounds' ratios to the limit. */
  ratio: number | null
  aim: Aim
  isMet: boolean
  /** What else was seen, by name. */
  details: Record<string, number | string>
}

type Aim = { atLeast: number } | { atMost: number }

type Facts = Omit<Figure, 'isMet' | 'limit' | 'ratio' | 'details'> &
  Partial<Pick<Figure, 'limit' | 'ratio' | 'details'>>

/** A figure is judged by its ratio where it has one, else by its value. */
export function figure({ limit = null, ratio = null, details = {}, ...facts }: Facts): Figure {
  const judged = ratio ?? facts.value
  const isMet = 'atLeast' in facts.aim ? judged >= facts.aim.atLeast : judged <= facts.aim.atMost
  return { ...facts, limit, ratio, details, isMet }
}

export function median(numbers: number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const [low = Number.NaN, high = low] = sorted.length % 2 ? [sorted[middle]] : [sorted[middle - 1], sorted[middle]]
  return (low + high) / 2
}

export function percentiles(numbers: number[]) {
  const sorted = Float64Array.from(numbers).sort()
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}
