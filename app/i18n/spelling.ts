import { isSyllable } from '#app/i18n/syllable.ts'

/**
 * Whether one word, letters only, is spelt as a Vietnamese syllable is: possible, its beginning written as its vowel wants
 * it (c and k, g and gh, ng and ngh), and with a tone where it ends in c, ch, p, t.
 */
export function isSpelt(word: string): boolean {
  const lower = word.toLowerCase().normalize('NFD')
  const bare = lower.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '').normalize('NFC')
  if (/^(c|g|ng)[eêiy]/.test(bare) && !/^gi/.test(bare) && !/^ch/.test(bare)) return false
  if (/^(k|gh|ngh)[aăâoôơuư]/.test(bare)) return false
  if (/(c|ch|p|t)$/.test(bare) && !/[\u0301\u0323]/.test(lower)) return false
  return isSyllable(word)
}
