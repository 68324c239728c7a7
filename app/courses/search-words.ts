import { fold, unifyTone } from '#app/i18n/fold.ts'

/** A word where it stands in a text, in its two searchable forms: with its tones, and without tones and marks. */
export type Word = { start: number; end: number; exact: string; folded: string }

/** The words of a text (NFC), in order. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    ...formsOf(word),
  }))
}

export type Forms = { exact: string; folded: string }

// A province's courses have a few thousand different words, each of them hundreds of times.
const known = new Map<string, Forms>()
const mostKnown = 20_000

/** Both forms of a word, remembered: working them out anew for each word of each lesson takes seconds. */
export function formsOf(word: string): Forms {
  const remembered = known.get(word)
  if (remembered) return remembered
  if (known.size >= mostKnown) known.clear()
  const forms = { exact: exactForm(word), folded: fold(word) }
  known.set(word, forms)
  return forms
}

/** Lower case, the tone where the new spelling has it: Hoà and hòa are one word, hoa is another. */
function exactForm(word: string): string {
  return unifyTone(word).toLowerCase()
}

/** The word with two neighbouring letters swapped, in every place: the commonest slip that is not one letter more, less or other. */
export function swapsOf(word: string): string[] {
  return Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => {
    return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
  })
}
