import type { Locale } from '#app/i18n/messages.ts'
import { type ChildOptions, openChild } from '#app/lessons/compiler-child.server.ts'
import { decode } from '#app/lessons/decode.server.ts'
import { documentHash } from '#app/lessons/document-hash.server.ts'
import { type Finding, problemsFrom } from '#app/lessons/finding.ts'
import type { LessonDocument, Problem, SourceKind } from '#app/lessons/lesson-document.ts'
import { findNesting } from '#app/lessons/nesting.ts'
import type { Question } from '#app/questions/question.ts'

export type LessonSource = {
  /** As the author knows it; stands in each problem. */
  file: string
  source: Uint8Array
  kind: SourceKind
  /** Paths of the course's media, e.g. `media/cover.svg`. */
  media: ReadonlySet<string>
  /** What is in them, so that a changed picture makes another document. */
  mediaHashes?: ReadonlyMap<string, string>
  /** The course's language: the words our components add. */
  language?: Locale
  /** The author's language: the words of problems. */
  locale?: Locale
}

export type Compiled = { document: LessonDocument; key: Question[]; hash: string } | { problems: Problem[] }

/**
 * Compiles one file of a course into data, or says what is wrong, where, and what to write instead. Never throws for
 * anything a source may hold. Media in its HTML stand under `/courses/@course/media/…`: the page that shows it puts the
 * course's own address in the place of `@course`.
 * One child process serves all files, in turn. Close it.
 */
export function openCompiler(options: ChildOptions = {}) {
  const child = openChild(options)
  return { compile, close: child.close }

  async function compile(lesson: LessonSource): Promise<Compiled> {
    const { file, source, kind, media, mediaHashes, language = 'vi', locale = 'vi' } = lesson
    const { text, findings } = decode(source)
    const refused = (more: Finding[]) => ({ problems: problemsFrom(file, [...findings, ...more], locale) })
    if (text === null) return refused([])
    // Before any parser sees it: what would make one slow.
    const nesting = findNesting(text)
    if (nesting.length > 0) return refused(nesting)

    const outcome = await child.compile({ file, text, kind, media: [...media], language })
    if ('broken' in outcome) return refused([{ line: 1, column: 1, code: outcome.broken }])
    if ('findings' in outcome) return refused(outcome.findings)
    if (findings.length > 0) return refused([])
    return { ...outcome, hash: documentHash({ text, kind, language, media, mediaHashes }) }
  }
}
