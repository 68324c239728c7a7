const longestName = 120

/** NFC, one space between words, no invisible or control characters. */
export function tidyName(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u115F\u1160\u3164\uFFA0]/gu, '')
    .replace(/ +/g, ' ')
    .trim()
}

export type NameProblem = 'name-empty' | 'name-long'

/** What is wrong with a tidied name. Letters are counted as people see them. */
export function nameProblem(name: string): NameProblem | null {
  if (!/\p{L}/u.test(name)) return 'name-empty'
  // Counting costs: a letter is one code unit at least, and hardly twenty.
  if (name.length <= longestName) return null
  if (name.length > longestName * 20 || [...graphemes.segment(name)].length > longestName) return 'name-long'
  return null
}

const graphemes = new Intl.Segmenter('vi')

/** The given name (tên) is the last word; họ the first; chữ đệm what stands between. */
export function partsOf(fullName: string): { ten: string; ho: string; dem: string } {
  const words = fullName.split(' ')
  return { ten: words.at(-1) ?? '', ho: words[0] ?? '', dem: words.slice(1, -1).join(' ') }
}

/** Capitals do not count: lists come in capitals and in small letters. */
const collator = new Intl.Collator('vi', { sensitivity: 'accent' })

/** Orders as Vietnamese lists do: tên, then họ, then chữ đệm (domain.md 1.10). */
export function byVietnameseName(a: string, b: string): number {
  const x = partsOf(a.normalize('NFC'))
  const y = partsOf(b.normalize('NFC'))
  return (
    collator.compare(x.ten, y.ten) ||
    collator.compare(x.ho, y.ho) ||
    collator.compare(x.dem, y.dem) ||
    (a < b ? -1 : a > b ? 1 : 0)
  )
}
