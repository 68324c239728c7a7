/**
 * 9.99302029682E+11 written out, when all of its digits are there; 9.9919E+11 has lost most of them: `'lost'`.
 * Null: not written that way.
 */
export function expandScientific(text: string): string | 'lost' | null {
  const [, whole = '', part = '', exponent = ''] =
    /^(\d)(?:[.,](\d+))?[eE]\+?(\d{1,2})$/.exec(text.normalize('NFKC').replace(/\s/g, '')) ?? []
  if (whole === '') return null
  return part.length === Number(exponent) ? whole + part : 'lost'
}
