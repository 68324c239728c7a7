import { type Word, wordsOf } from '#app/courses/search-words.ts'

/** A piece of an excerpt; what was found is marked. Plain text: escaping is the page's. */
export type Piece = { text: string; isMatch: boolean }

const lengthWanted = 150

/**
 * The passage of the text with most of the found words, at most about 150 characters, cut between words.
 * Words with the very tones that were asked for win over look-alikes. Null when the text holds none of them.
 */
export function excerptOf(text: string, found: ReadonlySet<string>): Piece[] | null {
  const words = wordsOf(text)
  const exact = words.filter((word) => found.has(word.exact))
  const matches = exact.length > 0 ? exact : words.filter((word) => found.has(word.folded))
  const [first, last] = densest(matches)
  if (!first || !last) return null
  const [from, to] = widen(words, text, first.start, last.end)
  return piecesOf(text, from, to, matches)
}

/** The first and last word of the stretch that holds most different matches. */
function densest(matches: Word[]): [Word?, Word?] {
  let best: [Word?, Word?] = []
  let most = 0
  for (const [at, first] of matches.entries()) {
    const near = matches.slice(at, at + 12).filter((word) => word.end - first.start <= lengthWanted - 40)
    const different = new Set(near.map((word) => word.folded)).size
    if (different > most) {
      most = different
      best = [first, near.at(-1) ?? first]
    }
  }
  return best
}

/** Begins with the sentence if it is near, else a few words before the match. */
function widen(words: Word[], text: string, start: number, end: number): [number, number] {
  const before = words.filter((word) => word.start < start && word.start >= start - 60)
  const sentence = Math.max(...['. ', '? ', '! ', '\n'].map((mark) => text.lastIndexOf(mark, start - 1)))
  const from = sentence >= start - 60 ? words.find((word) => word.start > sentence)?.start : before[0]?.start
  const begin = Math.min(from ?? start, start)
  const limit = Math.max(begin + lengthWanted, end)
  const lastWord = words.filter((word) => word.end <= limit).at(-1)
  return [begin, Math.max(end, lastWord?.end ?? end)]
}

function piecesOf(text: string, from: number, to: number, matches: Word[]): Piece[] {
  const pieces: Piece[] = []
  const say = (part: string, isMatch: boolean) => {
    const plain = part.replace(/(?<![.?!:…”\s])\s*\n\s*/g, ' · ').replace(/\s+/g, ' ')
    if (plain) pieces.push({ text: plain, isMatch })
  }
  let at = from
  for (const match of matches) {
    if (match.start < from || match.end > to) continue
    say(text.slice(at, match.start), false)
    say(text.slice(match.start, match.end), true)
    at = match.end
  }
  say(text.slice(at, to), false)
  const isCutBefore = from > 0 && !/[.?!\n]\s*["“]?$/.test(text.slice(0, from))
  if (isCutBefore) pieces.unshift({ text: '… ', isMatch: false })
  if (to < text.trimEnd().length) pieces.push({ text: '…', isMatch: false })
  return pieces
}
