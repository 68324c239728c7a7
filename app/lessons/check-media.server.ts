import type { Locale } from '#app/i18n/messages.ts'
import { isMediaPath } from '#app/lessons/address.ts'
import { checkSvg } from '#app/lessons/check-svg.ts'
import { decode } from '#app/lessons/decode.server.ts'
import { type Finding, type FindingCode, problemsFrom } from '#app/lessons/finding.ts'
import type { Problem } from '#app/lessons/lesson-document.ts'

const mostPictureBytes = 400 * 1024
const advisedPictureBytes = 40 * 1024

type Kind = { isPicture: boolean; fits(bytes: Uint8Array): boolean }

const picture = (fits: Kind['fits']): Kind => ({ isPicture: true, fits })
const recording = (fits: Kind['fits']): Kind => ({ isPicture: false, fits })

/** What a course may carry, by ending; the bytes must agree with the name. */
const kinds: ReadonlyMap<string, Kind> = new Map([
  ['svg', picture(() => true)], // read whole, below
  ['png', picture((bytes) => head(bytes).startsWith('\x89PNG\r\n\x1a\n'))],
  ['jpg', picture((bytes) => head(bytes).startsWith('\xff\xd8\xff'))],
  ['jpeg', picture((bytes) => head(bytes).startsWith('\xff\xd8\xff'))],
  ['webp', picture((bytes) => /^RIFF[\s\S]{4}WEBP/.test(head(bytes)))],
  ['avif', picture((bytes) => /^[\s\S]{4}ftyp(avif|avis)/.test(head(bytes)))],
  ['opus', recording((bytes) => head(bytes).startsWith('OggS') && head(bytes).includes('OpusHead'))],
  ['ogg', recording((bytes) => head(bytes).startsWith('OggS'))],
  ['mp3', recording((bytes) => /^(ID3|\xff[\xe2-\xff])/.test(head(bytes)))],
  ['mp4', recording((bytes) => /^[\s\S]{4}ftyp(?!avi[fs])/.test(head(bytes)))],
  ['webm', recording((bytes) => head(bytes).startsWith('\x1aE\xdf\xa3'))],
  ['vtt', recording((bytes) => /^(\xef\xbb\xbf)?WEBVTT[\s]/.test(`${head(bytes)}\n`) && decode(bytes).text !== null)],
])

/** Why a file of a course's media folder is refused: its name, its kind, its size, and what an SVG may not hold. */
export function checkMedia(path: string, bytes: Uint8Array, locale: Locale = 'vi'): Problem[] {
  return problemsFrom(path, findingsOf(path, bytes), locale)
}

/** What is allowed but heavy for weak networks: said to the author, refused to nobody. */
export function adviseOnMedia(path: string, bytes: Uint8Array, locale: Locale = 'vi'): Problem[] {
  const isHeavy = kinds.get(endingOf(path))?.isPicture === true && bytes.byteLength > advisedPictureBytes
  return isHeavy ? problemsFrom(path, [sized('media-heavy', bytes, advisedPictureBytes)], locale) : []
}

function findingsOf(path: string, bytes: Uint8Array): Finding[] {
  const start = { line: 1, column: 1 }
  if (!isMediaPath(path)) return [{ ...start, code: 'media-name', values: { path } }]
  const ending = endingOf(path)
  const kind = kinds.get(ending)
  if (!kind) return [{ ...start, code: 'media-kind', values: { ending } }]
  if (kind.isPicture && bytes.byteLength > mostPictureBytes) return [sized('media-large', bytes, mostPictureBytes)]
  if (ending === 'svg') {
    const { text, findings } = decode(bytes, mostPictureBytes)
    return text === null ? findings : [...findings, ...checkSvg(text)]
  }
  return kind.fits(bytes) ? [] : [{ ...start, code: 'media-bytes', values: { ending } }]
}

function endingOf(path: string): string {
  return path.split('.').at(-1) ?? ''
}

function sized(code: FindingCode, bytes: Uint8Array, most: number): Finding {
  const kilobytes = String(Math.ceil(bytes.byteLength / 1024))
  return { line: 1, column: 1, code, values: { kilobytes, most: String(most / 1024) } }
}

/** The first bytes, one character each. */
function head(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 96))
}
