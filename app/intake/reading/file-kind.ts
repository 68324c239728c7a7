import type { RefusalCode } from '#app/intake/reading/refusal.ts'

/** By its first bytes: a container that may be a workbook, text that may be a table, or what it is instead. */
export type FileKind = 'zip' | 'ole' | 'text' | RefusalCode

const signs: ReadonlyArray<[bytes: string, kind: FileKind]> = [
  ['PK\x03\x04', 'zip'],
  ['PK\x05\x06', 'archive'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'ole'],
  ['\x09\x08\x10\x00', 'old-excel'],
  ['\x09\x04\x06\x00', 'old-excel'],
  ['\x09\x02\x06\x00', 'old-excel'],
  ['%PDF', 'pdf'],
  ['\x89PNG', 'picture'],
  ['\xff\xd8\xff', 'picture'],
  ['GIF8', 'picture'],
  ['RIFF', 'picture'],
  ['II*\x00', 'picture'],
  ['MM\x00*', 'picture'],
  ['BM', 'picture'],
  ['{\\rtf', 'word'],
  ['Rar!', 'archive'],
  ['7z\xbc\xaf', 'archive'],
  ['\x1f\x8b', 'archive'],
  ['MZ', 'not-a-list'],
  ['\x7fELF', 'not-a-list'],
]

/** The name of a file tells nothing: programs save web pages as .xls, and people rename. */
export function kindOf(head: Uint8Array): FileKind {
  if (head.length === 0) return 'empty'
  const start = String.fromCharCode(...head.subarray(0, 64))
  const sign = signs.find(([bytes]) => start.startsWith(bytes) && (bytes !== 'BM' || hasControls(head.subarray(0, 32))))
  if (sign) return sign[1]
  if (start.slice(4, 8) === 'ftyp') return 'picture'
  return kindOfText(head)
}

function kindOfText(head: Uint8Array): FileKind {
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  if (!isWide && controlsIn(head) > head.length / 50 && !looksWide(head)) return 'not-a-list'
  const text = String.fromCharCode(...head.subarray(0, 2048))
    .replace(/\0/g, '')
    .replace(/^[\xef\xbb\xbf\xff\xfe\s]+/, '')
  if (/^(<!doctype html|<html|<table|<meta|<head|<body|mime-version:)/i.test(text)) return 'web-page'
  if (/^<\?xml/i.test(text)) return /<html/i.test(text) ? 'web-page' : 'other-spreadsheet'
  return text.trim() === '' && head.length < 2048 ? 'empty' : 'text'
}

/** UTF-16 without a mark has a zero in every second byte of ASCII. */
function looksWide(head: Uint8Array): boolean {
  let [even, odd] = [0, 0]
  for (let at = 0; at < head.length; at++) if (head[at] === 0) at % 2 === 0 ? even++ : odd++
  return Math.max(even, odd) > head.length / 8 && Math.min(even, odd) < Math.max(even, odd) / 8
}

function hasControls(bytes: Uint8Array): boolean {
  return controlsIn(bytes) > 0
}

function controlsIn(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) count++
  return count
}
