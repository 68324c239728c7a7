import type { Finding } from '#app/lessons/finding.ts'

export const deepest = 20

/**
 * Looks at the raw text, in linear time, for what makes a Markdown parser slow: deep quotations and lists,
 * heaps of tags, runs of marks. A 490 KB nested list once blocked the process for 13 s, so this comes before any parser.
 * It counts generously; the exact limit is checked on the tree.
 */
export function findNesting(text: string): Finding[] {
  const indents: number[] = []
  let marks = 0
  let tags = 0
  let isOutsideCode = true
  for (const [index, line] of text.split('\n').entries()) {
    const at = { line: index + 1, column: 1 }
    const { depth, indent } = containers(line)
    if (depth > 0) {
      while ((indents.at(-1) ?? -1) >= indent) indents.pop()
      indents.push(indent)
    }
    if (depth > deepest || indents.length > deepest)
      return [{ ...at, code: 'too-deep', values: { most: String(deepest) } }]
    if (line.trim() === '') marks = 0
    marks += countMarks(line)
    if (marks > mostMarks) return [{ ...at, code: 'too-many-marks' }]
    if (/^ {0,3}(```|~~~)/.test(line)) isOutsideCode = !isOutsideCode
    if (isOutsideCode) tags = Math.max(0, tags + countTags(line))
    if (tags > mostTags) return [{ ...at, code: 'too-deep', values: { most: String(deepest) } }]
  }
  return []
}

/** In one paragraph. Parsers compare each mark with each: ten thousand take seconds. */
const mostMarks = 1500
/** Opened and not yet closed, with room for words that only look like tags. */
const mostTags = 60

/** How many quotation and list marks stand at the head of a line, and how far in the first stands. */
function containers(line: string): { depth: number; indent: number } {
  const marker = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/y
  let depth = 0
  let indent = 0
  for (let at = 0; depth <= deepest; depth++) {
    marker.lastIndex = at
    const found = marker.exec(line)
    if (!found) break
    if (depth === 0) indent = columns(found[0])
    at = marker.lastIndex
  }
  return { depth, indent }
}

function columns(space: string): number {
  let width = 0
  for (const character of space) {
    if (character === '\t') width += 4
    else if (character === ' ') width++
    else break
  }
  return width
}

function countMarks(line: string): number {
  let count = 0
  for (const character of line) if ('*_~[]`{}<&\\!'.includes(character)) count++
  return count
}

function countTags(line: string): number {
  let balance = 0
  for (const [tag] of line.matchAll(/<\/|<(?=[A-Za-z])|\/>/g)) balance += tag === '<' ? 1 : -1
  return balance
}
