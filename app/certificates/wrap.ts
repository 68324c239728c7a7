/** Words that a line may well begin with: breaking before them parts no compound ("cá nhân", "công nghệ"). */
const openers = new Set([
  'cho',
  'và',
  'của',
  'trong',
  'trên',
  'với',
  'để',
  'bằng',
  'khi',
  'từ',
  'tại',
  'ở',
  'theo',
  '–',
  'hoặc',
])
const strayBreak = 0.06

/**
 * Breaks words into the fewest lines no wider than `width`, as even as they come and best before a word that opens a
 * phrase, so that no single word is left on the last. A word wider than a line is broken between letters.
 */
export function wrap(text: string, width: number, widthOf: (words: string) => number): string[] {
  const words = text.split(' ').flatMap((word) => pieces(word, width, widthOf))
  const best: Array<{ lines: string[]; cost: number }> = [{ lines: [], cost: 0 }]
  for (let end = 1; end <= words.length; end++)
    for (let start = end - 1; start >= 0; start--) {
      const line = words.slice(start, end).join(' ')
      const share = widthOf(line) / width
      const before = best[start]
      if (share > 1 && start < end - 1) break
      if (!before) continue
      const cost =
        before.cost + 1000 + (1 - share) ** 2 + (openers.has(words[start] ?? '') || start === 0 ? 0 : strayBreak)
      if (cost < (best[end]?.cost ?? Number.POSITIVE_INFINITY)) best[end] = { lines: [...before.lines, line], cost }
    }
  return best[words.length]?.lines ?? []
}

const letters = new Intl.Segmenter('vi')

function pieces(word: string, width: number, widthOf: (words: string) => number): string[] {
  if (widthOf(word) <= width) return [word]
  const all: string[] = []
  let piece = ''
  for (const { segment } of letters.segment(word)) {
    if (piece !== '' && widthOf(piece + segment) > width) {
      all.push(piece)
      piece = ''
    }
    piece += segment
  }
  return [...all, piece]
}
