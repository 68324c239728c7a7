import type { Finding } from '#app/lessons/finding.ts'
import { findHidden } from '#app/lessons/hidden-characters.ts'

const mostBytes = 200 * 1024

/**
 * The bytes of a lesson as text: strict UTF-8, without byte order mark, NFC, line feeds only.
 * Findings about hidden characters come beside the text, so that the rest of the file is still read.
 */
export function decode(source: Uint8Array, most = mostBytes): { text: string | null; findings: Finding[] } {
  if (source.byteLength > most) {
    return {
      text: null,
      findings: [{ line: 1, column: 1, code: 'too-large', values: { most: String(most / 1024) } }],
    }
  }
  const text = strictText(source)
  if (text === null) return { text: null, findings: [{ ...firstBroken(source), code: 'not-utf8' }] }
  const normal = text.normalize('NFC').replace(/\r\n?/g, '\n')
  return { text: normal, findings: findHidden(normal) }
}

function strictText(source: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(source)
  } catch {
    return null
  }
}

function firstBroken(source: Uint8Array) {
  const lines = new TextDecoder('utf-8')
    .decode(source)
    .split('\uFFFD', 1)
    .join('')
    .split(/\r\n?|\n/)
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}
