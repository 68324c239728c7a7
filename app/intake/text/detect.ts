import { scoreOf, shareOf } from '#app/intake/text/score.ts'
import { decodeTcvn3 } from '#app/intake/text/tcvn3.ts'
import { decodeVni } from '#app/intake/text/vni.ts'

/**
 * How the bytes of a text file become characters. `latin1` stands for the legacy letters drawn over Western ones
 * (TCVN3, VNI): which of them, is decided cell by cell, since one file may hold both.
 */
export type ByteEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'latin1'

/**
 * Decides by a mark at the beginning, else by the bytes themselves.
 * @param sample the beginning of the file, some hundred kilobytes
 */
export function detectEncoding(sample: Uint8Array): ByteEncoding {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le'
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be'
  if (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) return 'utf-8'
  return wideOf(sample) ?? (isMostlyUtf8(sample) ? 'utf-8' : singleByteOf(sample))
}

/** UTF-16 without its mark: of every two bytes of ASCII one is zero, always the same one. */
function wideOf(sample: Uint8Array): ByteEncoding | null {
  const length = Math.min(sample.length - (sample.length % 2), 4096)
  let [even, odd] = [0, 0]
  for (let at = 0; at < length; at += 2) {
    if (sample[at] === 0) even++
    if (sample[at + 1] === 0) odd++
  }
  if (odd > length / 6 && even < odd / 8) return 'utf-16le'
  return even > length / 6 && odd < even / 8 ? 'utf-16be' : null
}

/** A few broken bytes do not make a file another encoding; in a single-byte file nearly every letter breaks. */
function isMostlyUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(sample)
  const beyond = text.match(/[^\0-\x7f]/g)?.length ?? 0
  // The sample may end within a letter.
  const broken = (text.match(/\ufffd/g)?.length ?? 0) - (text.endsWith('\ufffd') ? 1 : 0)
  return broken <= beyond * 0.02
}

function singleByteOf(sample: Uint8Array): ByteEncoding {
  const latin = decodeLatin1(sample)
  const vietnamese = new TextDecoder('windows-1258').decode(sample).normalize('NFC')
  const legacy = Math.max(shareIn(decodeTcvn3(latin)), shareIn(decodeVni(latin)), shareOfMixed(latin))
  return shareIn(vietnamese) > legacy ? 'windows-1258' : 'latin1'
}

function shareIn(text: string): number {
  return shareOf(scoreOf(text))
}

/** Where cells in TCVN3 and cells in VNI stand in one file, each line is the better of the two. */
function shareOfMixed(latin: string): number {
  const scores = latin.split(/[\r\n,;\t]+/).map((cell) => {
    const [a, b] = [scoreOf(decodeTcvn3(cell)), scoreOf(decodeVni(cell))]
    return shareOf(a) >= shareOf(b) ? a : b
  })
  const sum = scores.reduce(
    (all, { words, syllables }) => ({ words: all.words + words, syllables: all.syllables + syllables }),
    { words: 0, syllables: 0 },
  )
  // Choosing per cell always looks a little better than it is.
  return shareOf(sum) * 0.95
}

/** Sharp edge: `latin1` of TextDecoder means Windows-1252. Each byte is its own character here. */
export function decodeLatin1(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}
