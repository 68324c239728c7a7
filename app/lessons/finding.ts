import { type Locale, messages } from '#app/i18n/messages.ts'
import type { Problem } from '#app/lessons/lesson-document.ts'
import type { Place } from '#app/lessons/tree.ts'

export type FindingCode = keyof ReturnType<typeof messages>['lessons']['problems']

/** What is wrong and where, before it is put into words. */
export type Finding = Place & { code: string; values?: Record<string, string> }

/** What the steps of the compiler report to. Unknown codes are those of a kind of question. */
export type Report = (at: Place, code: FindingCode, values?: Record<string, string>) => void

const mostFindings = 100

/** In the order of the file, each once, at most a hundred, in the words of the author's language. */
export function problemsFrom(file: string, findings: Finding[], locale: Locale): Problem[] {
  const seen = new Map<string, Problem>()
  for (const { line, column, code, values } of findings) {
    const message = sentence(code, values ?? {}, locale)
    seen.set(`${line}:${column}:${message}`, { file, line, column, code, message })
  }
  return [...seen.values()].sort((a, b) => a.line - b.line || a.column - b.column).slice(0, mostFindings)
}

function sentence(code: string, values: Record<string, string>, locale: Locale): string {
  const words = messages(locale)
  const known: Record<string, unknown> = { ...words.questions.problems, ...words.lessons.problems }
  const template = known[code]
  if (typeof template !== 'string') return words.lessons.problems.unknown.replace('{code}', code)
  return template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)
}
