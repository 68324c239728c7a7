/**
 * VNI-Windows (fonts VNI-Times …): a letter and, after it, a second sign for its marks. Read as Windows-1252
 * "Xin chào các bạn" looks like "Xin chaøo caùc baïn". A capital takes the capital sign: "UÙt".
 */
const tones: Record<string, string> = { ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323' }
const circumflex: Record<string, string> = {
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
}
const breve: Record<string, string> = {
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
}
const alone = { ô: 'ơ', ö: 'ư', ñ: 'đ', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' }
const pairs = [
  ...withSigns('a', 'a', { ...tones, ...circumflex, ...breve }),
  ...withSigns('e', 'e', { ...tones, ...circumflex }),
  ...withSigns('o', 'o', { ...tones, ...circumflex }),
  ...withSigns('ô', 'ơ', tones),
  ...withSigns('u', 'u', tones),
  ...withSigns('ö', 'ư', tones),
  ...withSigns('y', 'y', tones),
]

const letters = new Map([...pairs, ...Object.entries(alone)])
const written = /a[ùøûõïâáàåãäêéèúüë]|[eo][ùøûõïâáàåãä]|[ôuöy][ùøûõï]|[ôöñæóòî]/gi

/** Longest match first: "oâ" is ô, "ô" alone is ơ. The case is that of the letter, whatever the sign's. */
export function decodeVni(text: string): string {
  return text.replace(written, (found) => {
    const letter = letters.get(found.toLowerCase()) ?? found
    return /^\p{Lu}/u.test(found) ? letter.toUpperCase() : letter
  })
}

/** From each Vietnamese small letter to how VNI writes it. */
export const vniLetters: ReadonlyMap<string, string> = new Map([...letters].map(([sign, letter]) => [letter, sign]))

function withSigns(base: string, letter: string, signs: Record<string, string>): Array<[string, string]> {
  return Object.entries(signs).map(([sign, marks]) => [base + sign, (letter + marks).normalize('NFC')])
}
