import type { Doubt } from '#app/intake/reading/field.ts'

export type ReadName = { name: string; doubts: Doubt[] }

const tone = /[\u0300\u0301\u0303\u0309\u0323]/

/**
 * A person's name in the case of a name. Names in capitals, and small letters from a font of capitals, become Title
 * Case and say so.
 * @param text cleaned
 * @param isCaseLost the letters with tone marks have no capitals in the file (TCVN3)
 */
export function readName(text: string, isCaseLost: boolean): ReadName {
  const cased = inCase(text, isCaseLost)
  const doubts: Doubt[] = [...cased.doubts]
  if (!text.includes(' ')) doubts.push('name-single-word')
  if (/[\d@:;!?*=<>[\]{}]/.test(text) || text.length > 60) doubts.push('name-odd')
  return { name: cased.name, doubts }
}

function inCase(text: string, isCaseLost: boolean): ReadName {
  const tell = isCaseLost ? withoutToned(text) : text
  const letters = tell.replace(/\P{L}/gu, '')
  if (letters !== '' && letters === letters.toUpperCase() && hasInner(tell))
    return { name: titled(text), doubts: ['name-all-caps'] }
  if (letters === letters.toLowerCase() && beginsSmall(tell)) return { name: titled(text), doubts: ['name-case-lost'] }
  return { name: isCaseLost ? withCapitals(text) : text, doubts: [] }
}

/** "Y Ý" tells nothing of its case: only a letter that does not begin a word does. */
function hasInner(text: string): boolean {
  return /[\p{L}_]\p{L}/u.test(text)
}

function beginsSmall(text: string): boolean {
  return /(?<![\p{L}_])\p{Ll}/u.test(text)
}

/** Each letter with a tone mark leaves a line. */
function withoutToned(text: string): string {
  return [...text].map((letter) => (tone.test(letter.normalize('NFD')) ? '_' : letter)).join('')
}

function titled(text: string): string {
  return withCapitals(text.toLowerCase())
}

/** Also after a hyphen and an apostrophe: H'Hen Niê. */
function withCapitals(text: string): string {
  return text.replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase())
}
