const candidates = ['\t', ';', ',', '|'] as const

/**
 * What divides the columns: the sign that stands most evenly in the lines, outside of quotes. A tab where nothing does,
 * so that a list of names alone stays whole ("Ấp 3, xã Tân Thới").
 * @param sample the first lines of the file
 */
export function separatorOf(sample: string): string {
  const [, told] = /^sep=(.)\r?\n/i.exec(sample) ?? []
  if (told !== undefined) return told
  const lines = sample
    .replace(/"(?:[^"]|"")*"/g, '""')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 200)
  const scored = candidates.map((sign) => ({
    sign,
    score: evennessOf(lines.map((line) => line.split(sign).length - 1)),
  }))
  const best = scored.reduce((found, one) => (one.score > found.score ? one : found))
  return best.score > 0 ? best.sign : '\t'
}

/** The share of lines that hold the sign as often as most do, a little more for each time. */
function evennessOf(counts: number[]): number {
  const times = new Map<number, number>()
  for (const count of counts) if (count > 0) times.set(count, (times.get(count) ?? 0) + 1)
  const [most] = [...times].sort(([a, x], [b, y]) => y - x || b - a)
  if (!most) return 0
  const [count, lines] = most
  return (lines / counts.length) * (1 + Math.min(count, 10) / 10)
}
