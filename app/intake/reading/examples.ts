import { type RawRow, textAt } from '#app/intake/reading/row.ts'

const each = 3
const longest = 60

/**
 * What stands in each column, for whoever says what it holds: some first cells. Of long numbers only the end is kept:
 * they may be of an identity paper.
 */
export function examplesIn(rows: readonly RawRow[], columns: number): string[][] {
  return Array.from({ length: columns }, (_, column) => {
    const texts = new Set<string>()
    for (const row of rows) {
      const text = textAt(row, column).replace(/\s+/g, ' ').trim()
      if (text !== '') texts.add(masked(text).slice(0, longest))
      if (texts.size === each) break
    }
    return [...texts]
  })
}

const dotted = /^\d{1,2}[.-]\d{1,2}[.-]\d{2,4}$/

function masked(text: string): string {
  if (dotted.test(text)) return text
  return text.replace(/\d[\d .-]{6,}\d/g, (number) => number.slice(0, -3).replace(/\d/g, '•') + number.slice(-3))
}
