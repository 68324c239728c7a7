import { fold } from '#app/i18n/fold.ts'

/** What two options must differ in: without tones, case, punctuation and spacing. */
export function looksLike(text: string): string {
  const words = fold(text.normalize('NFKC'))
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim()
  return words === '' ? text.normalize('NFKC').trim() : words
}
