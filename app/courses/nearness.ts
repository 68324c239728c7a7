import { type Forms, wordsOf } from '#app/courses/search-words.ts'

/** All words of a text in a row, each form apart, with a space around each. */
export type Row = { folded: string; exact: string }

export function rowOf(text: string): Row {
  const words = wordsOf(text.normalize('NFC'))
  return {
    folded: ` ${words.map((word) => word.folded).join(' ')} `,
    exact: ` ${words.map((word) => word.exact).join(' ')} `,
  }
}

/**
 * How many of the neighbours in the question are neighbours in the text, 0–1; with one word: whether it is there.
 * Most Vietnamese words are two syllables written apart: “lừa đảo” is one thing, a “lừa” here and a “đảo” there is not.
 */
export function nearness(row: Row, words: Forms[], form: keyof Row = 'folded'): number {
  const pairs = words.slice(1).map((word, place) => ` ${words[place]?.[form]} ${word[form]}`)
  if (pairs.length === 0) return holds(row, words) ? 1 : 0
  return pairs.filter((pair) => row[form].includes(pair)).length / pairs.length
}

/** Whether every word stands in the text; the last one may be half typed. */
export function holds(row: Row, words: Forms[]): boolean {
  return words.every(({ folded }, place) =>
    row.folded.includes(place === words.length - 1 ? ` ${folded}` : ` ${folded} `),
  )
}
