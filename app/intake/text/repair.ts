import { undoDoubleEncoding } from '#app/intake/text/double-encoded.ts'
import { scoreOf, shareOf } from '#app/intake/text/score.ts'
import { decodeTcvn3 } from '#app/intake/text/tcvn3.ts'
import { decodeVni } from '#app/intake/text/vni.ts'

/** How the letters of a text that stands in Unicode were really meant. */
export type Lettering = 'unicode' | 'tcvn3' | 'vni' | 'double'

export type Repaired = { text: string; lettering: Lettering; isSure: boolean }

const letterings: readonly Lettering[] = ['unicode', 'tcvn3', 'vni', 'double']

/**
 * Reads one cell in each way it could have been meant and takes the way in which most of its words are Vietnamese.
 * Many short words are Vietnamese in two ways ("Hé lý" is Hộ lý in TCVN3): then what is expected first wins.
 * @param expected likely letterings, the likeliest first: by the cell's font, by the row, by the file
 */
export function repair(text: string, expected: readonly Lettering[]): Repaired {
  if (!/[\u0080-\u00ff]/.test(text)) return { text, lettering: 'unicode', isSure: true }
  const order = [...new Set([...expected, ...letterings])]
  const readings = order.flatMap((lettering) => readingOf(text, lettering) ?? [])
  const best = readings.reduce((found, reading) => (reading.share > found.share + 0.001 ? reading : found))
  const rivals = readings.filter(({ share, text: other }) => share >= best.share - 0.001 && other !== best.text)
  return { text: best.text, lettering: best.lettering, isSure: best.share > 0.6 && rivals.length === 0 }
}

type Reading = { text: string; lettering: Lettering; share: number }

function readingOf(text: string, lettering: Lettering): Reading | null {
  const decoded = decodedAs(text, lettering)
  if (decoded === null) return null
  // What has been decoded twice over is neither: its letters stand beyond Latin-1 already.
  if (lettering !== 'unicode' && lettering !== 'double' && /[\u0100-\u1fff]/.test(text)) return null
  // A word that becomes ASCII (none should) would count as right: the words are counted in what stands in the file.
  const share = decoded === text ? shareOf(scoreOf(text)) : shareOfDecoded(text, decoded)
  return { text: decoded.normalize('NFC'), lettering, share }
}

function shareOfDecoded(text: string, decoded: string): number {
  const { words, syllables } = scoreOf(decoded)
  return words === 0 && /[^\0-\x7f]/.test(text) ? 0 : shareOf({ words, syllables })
}

function decodedAs(text: string, lettering: Lettering): string | null {
  if (lettering === 'tcvn3') return decodeTcvn3(text)
  if (lettering === 'vni') return decodeVni(text)
  if (lettering === 'double') return undoDoubleEncoding(text)
  return text
}
