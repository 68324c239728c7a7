import { fold, unifyTone } from '#app/i18n/fold.ts'
import { tidy } from '#app/questions/typed/tidy.ts'

/**
 * Whether two typed texts are the same answer: case, spacing, width of letters, the place of a tone mark
 * (Hoà, Hòa), and quotation marks or a full stop around them never matter; tones only if they are not ignored.
 */
export function sameText(one: string, other: string, ignoreTones: boolean): boolean {
  return comparable(one, ignoreTones) === comparable(other, ignoreTones)
}

function comparable(text: string, ignoreTones: boolean): string {
  const plain = unifyTone(tidy(text.normalize('NFKC')).toLocaleLowerCase('vi'))
  const bare = plain.replace(/^[\s"'“”‘’«»]+|[\s"'“”‘’«».,;:!?…]+$/gu, '')
  const words = bare === '' ? plain : bare
  return ignoreTones ? fold(words) : words
}
