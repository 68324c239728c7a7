/** Unifies where the tone mark stands: hoà → hòa, thuỷ → thủy, at a word's end and not after q. Display keeps what was typed. */
export function unifyTone(text: string): string {
  return text
    .normalize('NFC')
    .replace(/([^qQ\p{L}]|^|[^qQ])(o)([àáảãạ])(?!\p{L})/giu, (_, before, o, a) => before + moveMark(o, a))
    .replace(/([^qQ\p{L}]|^|[^qQ])(o)([èéẻẽẹ])(?!\p{L})/giu, (_, before, o, e) => before + moveMark(o, e))
    .replace(/([^qQ\p{L}]|^|[^qQ])(u)([ỳýỷỹỵ])(?!\p{L})/giu, (_, before, u, y) => before + moveMark(u, y))
}

function moveMark(first: string, second: string): string {
  const [base = '', mark = ''] = second.normalize('NFD')
  return (first + mark).normalize('NFC') + base
}

/** Without tones and marks, lower case, đ → d, and i for y after the consonants where both are written (Quí/Quý, Mỹ/Mĩ). */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/(qu|[lmhkts])y(?![a-z])/g, '$1i')
}
