import { fold } from '#app/i18n/fold.ts'

/** NFC, one space between words, no invisible characters. */
export function tidyName(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/[\u200B-\u200F\u2060\uFEFF\u00AD]/g, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** The given name (tên) is the last word; họ the first; chữ đệm what stands between. */
export function partsOf(fullName: string): { ten: string; ho: string; dem: string } {
  const words = fullName.split(' ')
  return { ten: words.at(-1) ?? '', ho: words[0] ?? '', dem: words.slice(1, -1).join(' ') }
}

const collator = new Intl.Collator('vi')

/** Orders as Vietnamese lists do: tên, then họ, then chữ đệm (domain.md 1.10). */
export function byVietnameseName(a: string, b: string): number {
  const x = partsOf(a)
  const y = partsOf(b)
  return (
    collator.compare(x.ten, y.ten) || collator.compare(x.ho, y.ho) || collator.compare(x.dem, y.dem) || (a < b ? -1 : a > b ? 1 : 0)
  )
}

const letters = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']

/**
 * A key that sorts by plain byte order as byVietnameseName does, so that a database needs no collation:
 * for each part all letters first, then all tones (ngang < huyền < hỏi < ngã < sắc < nặng).
 */
export function sortKeyOf(fullName: string): string {
  const { ten, ho, dem } = partsOf(fullName)
  return [ten, ho, dem].map(partKey).join('!')
}

function partKey(part: string): string {
  let base = ''
  let marks = ''
  for (const character of part.toLocaleLowerCase('vi').normalize('NFC')) {
    const decomposed = character.normalize('NFD')
    const tone = tones.findIndex((mark) => mark !== '' && decomposed.includes(mark))
    const bare = tone > 0 ? decomposed.replace(tones[tone] ?? '', '').normalize('NFC') : character
    const place = letters.indexOf(bare)
    base += place >= 0 ? String.fromCharCode(0x41 + place) : bare === ' ' ? '#' : `~${fold(bare)}`
    marks += String(Math.max(tone, 0))
  }
  return `${base}"${marks}`
}
