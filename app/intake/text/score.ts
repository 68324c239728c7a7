import { isSyllable } from '#app/i18n/syllable.ts'

/** How many words of a text with letters beyond ASCII there are, and how many of them are Vietnamese syllables. */
export type Score = { words: number; syllables: number }

/**
 * The words are cut at spaces and ASCII signs only, for in legacy letters ¬, § and the soft hyphen are letters.
 * @param decoded the same text as it reads in one encoding
 */
export function scoreOf(decoded: string): Score {
  let words = 0
  let syllables = 0
  for (const word of decoded.split(/[\s\u00a0!-/:-@[-`{-~0-9]+/)) {
    if (!/[^\0-\x7f]/.test(word)) continue
    words++
    if (/^\p{L}[\p{L}\p{M}]*$/u.test(word) && isSyllable(word)) syllables++
  }
  return { words, syllables }
}

/** 1: every word beyond ASCII is Vietnamese; 0: none. A text of ASCII alone is 1. */
export function shareOf({ words, syllables }: Score): number {
  return words === 0 ? 1 : syllables / words
}
