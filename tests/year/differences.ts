/** Lines that were hoped for and did not come, that came unasked, and that came more than once. */
export type Differences = { expected: number; missing: string[]; wrong: string[]; double: string[] }

export function noDifferences(): Differences {
  return { expected: 0, missing: [], wrong: [], double: [] }
}

/** Adds what of some lines is other than hoped for; each line is hoped for once. */
export function compareInto(all: Differences, expected: Iterable<string>, found: Iterable<string>): void {
  const hoped = new Set(expected)
  const seen = new Set<string>()
  for (const line of found) {
    if (seen.has(line)) all.double.push(line)
    else if (!hoped.has(line)) all.wrong.push(line)
    seen.add(line)
  }
  for (const line of hoped) if (!seen.has(line)) all.missing.push(line)
  all.expected += hoped.size
}
