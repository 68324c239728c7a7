import { partsOf } from '#app/people/name.ts'

const letters = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'
const punctuation = `_-,;:!?.'"()[]{}@*/\\&#%\`^+<=>|~$`
const tones = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323']

/**
 * A key that sorts as byVietnameseName does, so that a database needs no collation: for each part all letters first,
 * then all tones (ngang < huyền < hỏi < ngã < sắc < nặng). Only digits, because PostgreSQL may order other characters
 * by the language of its cluster. Letters outside the Vietnamese and Latin alphabets come last, by code point.
 */
export function sortKeyOf(fullName: string): string {
  const { ten, ho, dem } = partsOf(fullName.normalize('NFC'))
  return [ten, ho, dem].map(partKey).join('00')
}

function partKey(part: string): string {
  let base = ''
  let marks = ''
  for (const character of part.toLocaleLowerCase('vi')) {
    const { bare, mark } = withoutTone(character)
    base += placeOf(bare)
    marks += String(mark)
  }
  return `${base}01${marks}`
}

function withoutTone(character: string): { bare: string; mark: number } {
  if (letters.includes(character)) return { bare: character, mark: 0 }
  const decomposed = character.normalize('NFD')
  const tone = tones.findIndex((mark) => decomposed.includes(mark))
  if (tone < 0) return { bare: character, mark: 0 }
  return { bare: decomposed.replace(tones[tone] ?? '', '').normalize('NFC'), mark: tone + 1 }
}

function placeOf(bare: string): string {
  if (bare === ' ') return '02'
  const mark = punctuation.indexOf(bare)
  if (mark >= 0) return `03${two(mark + 10)}`
  if (bare >= '0' && bare <= '9') return `1${bare}`
  const letter = letters.indexOf(bare)
  if (letter >= 0) return two(letter + 20)
  return `99${String(bare.codePointAt(0) ?? 0).padStart(7, '0')}`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
