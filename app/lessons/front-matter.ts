import { isMap, LineCounter, parseDocument, visit } from 'yaml'
import type { Report } from '#app/lessons/finding.ts'
import { type Head, headKeys, type KindWithHead, readHeadAs, reportHeadIssue } from '#app/lessons/head.ts'
import type { SourceKind } from '#app/lessons/lesson-document.ts'

const mostLines = 60

/**
 * Splits the front matter off and reads it, so that no other tool ever sees it: mdx-bundler's own reader runs `---js`.
 * The body keeps its line numbers: the head's lines are left empty.
 */
export function splitHead(text: string, kind: SourceKind, report: Report): { head: Head | null; body: string } {
  const lines = text.split('\n')
  const opening = lines[0] ?? ''
  if (!opening.startsWith('---')) {
    if (kind !== 'bank') report({ line: 1, column: 1 }, 'head-missing')
    return { head: null, body: text }
  }
  const last = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---')
  const body = lines.map((line, index) => (index <= last || last === -1 ? '' : line)).join('\n')
  if (opening.trimEnd() !== '---') report({ line: 1, column: 4 }, 'head-fence', { found: opening.slice(0, 30) })
  else if (last === -1) report({ line: 1, column: 1 }, 'head-unclosed')
  else if (kind === 'bank') report({ line: 1, column: 1 }, 'head-in-bank')
  else if (last > mostLines) report({ line: mostLines, column: 1 }, 'head-too-long', { most: String(mostLines) })
  else return { head: readHead(lines.slice(1, last).join('\n'), kind, report), body }
  return { head: null, body }
}

/** Plain YAML only: no anchors, no aliases, no tags, each key once. */
function readHead(yaml: string, kind: KindWithHead, report: Report): Head | null {
  const counter = new LineCounter()
  const document = parseDocument(yaml, {
    schema: 'core',
    strict: true,
    uniqueKeys: true,
    lineCounter: counter,
    prettyErrors: false,
    logLevel: 'silent',
  })
  const at = (offset = 0) => {
    const { line, col } = counter.linePos(offset)
    return { line: Math.max(1, line) + 1, column: Math.max(1, col) }
  }
  let isPlain = true
  visit(document, {
    Alias: (_, alias) => {
      isPlain = false
      report(at(alias.range?.[0]), 'head-anchor')
    },
    Value: (_, value) => {
      if (value.anchor) report(at(value.range?.[0]), 'head-anchor')
      if (value.tag) report(at(value.range?.[0]), 'head-tag', { tag: value.tag })
      if (value.anchor || value.tag) isPlain = false
    },
  })
  for (const problem of [...document.errors, ...document.warnings]) {
    isPlain = false
    report(at(problem.pos[0]), 'head-yaml', { reason: problem.message.split('\n', 1).join('') })
  }
  if (!isPlain) return null
  if (!isMap(document.contents)) {
    report({ line: 2, column: 1 }, 'head-missing')
    return null
  }
  const contents = document.contents
  const parsed = readHeadAs(kind, document.toJS({ maxAliasCount: 0 }))
  if ('head' in parsed) return parsed.head
  for (const issue of parsed.issues) reportHeadIssue(issue, { keys: headKeys[kind], contents, at }, report)
  return null
}
