import type { Finding } from '#app/lessons/finding.ts'

/**
 * Characters nobody sees and that change what is read: controls, zero width, direction marks, tags, lost letters.
 * A joiner hides a word from search; a direction mark shows a link backwards.
 */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what we look for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF0-\uFFFF\u{E0000}-\u{E0FFF}]/u
/** Sharp edge: a global pattern remembers its place, and `matchAll` begins there; so the one above is not global. */
const everyHidden = new RegExp(hidden, 'gu')

const mostReported = 20

export function hasHidden(text: string): boolean {
  return hidden.test(text)
}

export function findHidden(text: string): Finding[] {
  const findings: Finding[] = []
  let line = 1
  let lineStart = 0
  let read = 0
  for (const match of text.matchAll(everyHidden)) {
    if (findings.length === mostReported) break
    for (let at = text.indexOf('\n', read); at !== -1 && at < match.index; at = text.indexOf('\n', at + 1)) {
      line++
      lineStart = at + 1
    }
    read = match.index
    const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    findings.push({
      line,
      column: match.index - lineStart + 1,
      code: 'hidden-character',
      values: { code: `U+${code}` },
    })
  }
  return findings
}
