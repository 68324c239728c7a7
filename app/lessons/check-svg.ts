import type { Finding, FindingCode } from '#app/lessons/finding.ts'
import { attributes, elements } from '#app/lessons/svg-names.ts'

const mostFindings = 100

/**
 * Reads an SVG tag by tag, in linear time, and refuses what is not plain drawing: an allow-list of elements and
 * attributes, addresses only within the file. Such a file stays harmless even when it is opened on its own.
 */
export function checkSvg(text: string): Finding[] {
  const findings: Finding[] = []
  const places = placesIn(text)
  const report = (at: number, code: FindingCode, name = '') => findings.push({ ...places(at), code, values: { name } })
  const open: string[] = []
  let isRootSeen = false

  for (const piece of text.matchAll(
    /<!--(?:[\s\S]*?-->)?|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|<[?!]?|&[^;\s]{0,12};?|[^<&]+/g,
  )) {
    const [whole, closing, opening, written = '', slash] = piece
    const at = piece.index
    // Unclosed: looking for its end again and again would take a minute.
    if (whole === '<!--' || findings.length >= mostFindings) return [...findings, { ...places(at), code: 'svg-broken' }]
    if (whole.startsWith('<!--')) continue
    if (closing !== undefined) {
      if (open.pop() !== closing) return [...findings, { ...places(at), code: 'svg-broken' }]
    } else if (opening !== undefined) {
      const isRoot = open.length === 0
      if (isRoot && (isRootSeen || opening !== 'svg')) return [...findings, { ...places(at), code: 'svg-broken' }]
      isRootSeen = true
      if (!elements.has(opening)) report(at, 'svg-element', opening)
      checkAttributes(written, isRoot, (code, name) => report(at, code, name))
      if (slash === '') open.push(opening)
      if (open.length > 50) return [...findings, { ...places(at), code: 'svg-broken' }]
    } else if (whole === '<?' || whole === '<!') report(at, 'svg-declaration')
    else if (whole === '<') return [...findings, { ...places(at), code: 'svg-broken' }]
    else if (whole.startsWith('&') && !isPlainEntity(whole)) report(at, 'svg-declaration')
    else if (open.length === 0 && whole.trim() !== '') report(at, 'svg-broken')
  }
  if (!isRootSeen || open.length > 0) report(text.length, 'svg-broken')
  return findings
}

function checkAttributes(written: string, isRoot: boolean, report: (code: FindingCode, name: string) => void) {
  const seen = new Set<string>()
  for (const [, name = '', double, single] of written.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const value = double ?? single ?? ''
    if (seen.has(name)) report('svg-broken', name)
    seen.add(name)
    if (/&(?!(?:amp|lt|gt|quot|apos);)/.test(value)) report('svg-declaration', name)
    if (name === 'href' || name === 'xlink:href') {
      if (!/^#[\w.-]+$/.test(value)) report('svg-address', name)
    } else if (name === 'xmlns' || name === 'xmlns:xlink') {
      if (value !== namespaces[name]) report('svg-attribute', name)
    } else if (!attributes.has(name)) report('svg-attribute', name)
    // No function but url(#…) reaches anything; transforms are numbers.
    else if (
      /url\s*\(/i.test(value) ? !/^url\(#[\w.-]+\)( none)?$/.test(value) : /[\\]|@import|javascript:/i.test(value)
    ) {
      report('svg-address', name)
    }
  }
  if (isRoot && !seen.has('xmlns')) report('svg-broken', 'xmlns')
}

const namespaces = { xmlns: 'http://www.w3.org/2000/svg', 'xmlns:xlink': 'http://www.w3.org/1999/xlink' }

function isPlainEntity(entity: string): boolean {
  return /^&(amp|lt|gt|quot|apos|#\d{1,6}|#x[\da-f]{1,5});$/i.test(entity)
}

/** Line and column of ascending offsets, counted once. */
function placesIn(text: string) {
  let line = 1
  let start = 0
  return (offset: number) => {
    for (let next = text.indexOf('\n', start); next !== -1 && next < offset; next = text.indexOf('\n', start)) {
      line++
      start = next + 1
    }
    return { line, column: offset - start + 1 }
  }
}
