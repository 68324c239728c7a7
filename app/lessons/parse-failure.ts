import type { ParseFailure } from '#app/lessons/bundle.server.ts'
import type { Finding, FindingCode } from '#app/lessons/finding.ts'
import { rules } from '#app/lessons/rules.ts'
import type { Place } from '#app/lessons/tree.ts'

/**
 * The parser's own English error as a finding of ours, at the mark that began the trouble, and the source with that spot
 * made harmless (same length, same lines), so that the rest can be read for more. Null: nothing more can be read.
 */
export function explainFailure(failure: ParseFailure, source: string): { finding: Finding; repaired: string | null } {
  const lines = source.split('\n')
  const told = (at: Place, code: FindingCode, name = '', repaired = emptySection(lines, at.line)) => ({
    finding: { line: at.line, column: at.column, code, values: { name } },
    repaired: repaired === source ? null : repaired,
  })
  const masked = (at: Place) => replaceAt(lines, at, ' ')

  if (/import\/exports|Unexpected `\w+` in code: only import/.test(failure.reason)) {
    const at = lineAbove(lines, failure, /^(import|export)\b/)
    return told(at, 'code-import', '', replaceAt(lines, at, (lines[at.line - 1] ?? '').charAt(0).toUpperCase()))
  }
  if (/expression|spread/.test(failure.reason) && !/lazy/.test(failure.reason)) {
    const at = markBefore(lines, failure, '{')
    const isAttribute = (lines[at.line - 1] ?? '').charAt(at.column - 2) === '='
    return isAttribute ? told(at, 'attribute-code') : told(at, 'code-expression', '', masked(at))
  }
  if (failure.rule === 'end-tag-mismatch') {
    const opened = /(?:for|tag) `<(\/?)([^`>]*)>`(?: \((\d+):(\d+))?/.exec(
      failure.reason.replace(/^Unexpected closing tag `[^`]*`, /, ''),
    )
    const name = opened?.[2] ?? ''
    const at = opened?.[3] ? { line: Number(opened[3]), column: Number(opened[4]) } : failure
    return isHtml(name) ? told(at, 'html', `<${name}>`, masked(at)) : told(at, 'tag-unclosed', name)
  }
  // The mark that began it, never the one it stumbled over.
  const at = markBefore(lines, { line: failure.line, column: failure.column - 1 }, '<')
  const rest = (lines[at.line - 1] ?? '').slice(at.column)
  const name = /^\/?([A-Za-z][\w.:-]*)/.exec(rest)?.[1] ?? ''
  if (failure.rule === 'unexpected-lazy') return told(failure, 'tag-lazy')
  if (rest.startsWith('!--')) return told(at, 'comment', '', masked(at))
  if (/^(https?|mailto|tel|www)\b/i.test(rest)) return told(at, 'autolink', '', masked(at))
  if (rest.startsWith('/'))
    return isHtml(name) ? told(at, 'html', `</${name}>`, masked(at)) : told(at, 'tag-closing-alone', name, masked(at))
  if (rules.has(name)) return told(at, 'tag-broken', name)
  return told(at, 'less-than', name, masked(at))
}

function isHtml(name: string): boolean {
  return name === '' || /^[a-z]/.test(name)
}

/** The nearest mark at or before a place. */
function markBefore(lines: string[], { line, column }: Place, mark: string): Place {
  for (let at = Math.min(line, lines.length); at >= 1; at--) {
    const text = lines[at - 1] ?? ''
    const found = at === line && column < 1 ? -1 : text.lastIndexOf(mark, at === line ? column - 1 : text.length)
    if (found !== -1) return { line: at, column: found + 1 }
  }
  return { line: Math.min(line, lines.length), column }
}

function lineAbove(lines: string[], { line }: Place, pattern: RegExp): Place {
  for (let at = Math.min(line, lines.length); at >= 1; at--)
    if (pattern.test(lines[at - 1] ?? '')) return { line: at, column: 1 }
  return { line, column: 1 }
}

function replaceAt(lines: string[], { line, column }: Place, character: string): string {
  return lines
    .map((text, index) => (index === line - 1 ? text.slice(0, column - 1) + character + text.slice(column) : text))
    .join('\n')
}

/** Without the card, or the bank's question, that holds the line; its heading stays. */
function emptySection(lines: string[], line: number): string {
  const isStart = (text: string) => /^(##\s|<(Question|Scenario)\b)/.test(text)
  let first = Math.min(line, lines.length) - 1
  while (first > 0 && !isStart(lines[first] ?? '')) first--
  let end = first + 1
  while (end < lines.length && !(isStart(lines[end] ?? '') && end >= line)) end++
  return lines.map((text, index) => (index >= first && index < end && !text.startsWith('## ') ? '' : text)).join('\n')
}
