import { fold, unifyTone } from '#app/i18n/fold.ts'

/** A word where it stands in a text, as written and in its two searchable forms. */
export type Word = { start: number; end: number; exact: string; folded: string }

/** The words of a text (NFC), in order. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    exact: exactForm(word),
    folded: foldedForm(word),
  }))
}

/** Lower case, the tone where the new spelling has it: Hoà and hòa are one word, hoa is another. */
export function exactForm(word: string): string {
  return unifyTone(word).toLowerCase()
}

/** Without tones and marks: what somebody types who has no Vietnamese keyboard. */
export function foldedForm(word: string): string {
  return fold(word)
}

/** The word with two neighbouring letters swapped, in every place: the commonest slip that is not one letter more, less or other. */
export function swapsOf(word: string): string[] {
  return Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => {
    return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
  })
}
