/** The digits of a number as people and Excel write it: full-width digits, spaces, dots, dashes, a leading apostrophe. */
export function compactDigits(text: string): string {
  return text.normalize('NFKC').replace(/[\s.\-'’`()\u2010-\u2015]/g, '')
}
