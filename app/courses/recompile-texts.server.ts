import { and, eq, ne } from 'drizzle-orm'
import { publishedInTx } from '#app/courses/catalogue-version.server.ts'
import { hashUnder, translateQuestions } from '#app/courses/check-texts.server.ts'
import { lessonOf } from '#app/courses/edition.server.ts'
import { editionTexts, examQuestions } from '#app/courses/schema.ts'
import { db, write } from '#app/db/db.server.ts'
import type { Locale } from '#app/i18n/messages.ts'
import type { openCompiler } from '#app/lessons/compile.server.ts'
import { compilerVersion } from '#app/lessons/compiler-version.ts'
import { keepDocumentInTx } from '#app/lessons/keep-document.server.ts'
import type { Problem, SourceKind } from '#app/lessons/lesson-document.ts'
import { lessonDocuments } from '#app/lessons/schema.ts'
import type { Question } from '#app/questions/question.ts'

type Text = { editionId: string; language: Locale; kind: SourceKind; name: string; source: string }
type Compile = ReturnType<typeof openCompiler>['compile']

export async function staleTexts(): Promise<Text[]> {
  return db
    .select({
      editionId: editionTexts.editionId,
      language: editionTexts.language,
      kind: editionTexts.kind,
      name: editionTexts.name,
      source: lessonDocuments.source,
    })
    .from(editionTexts)
    .innerJoin(lessonDocuments, eq(lessonDocuments.hash, editionTexts.documentHash))
    .where(ne(lessonDocuments.compiler, compilerVersion))
}

/**
 * Compiles a handout or a translation again, after the lessons it translates. What the new compiler refuses, or reads as
 * other questions, stays as it was. Null: done.
 */
export async function recompileText(
  compile: Compile,
  { editionId, language, kind, name, source }: Text,
  mediaHashes: ReadonlyMap<string, string>,
): Promise<Problem[] | null> {
  const file = `${language}/${name}.mdx`
  const media = new Set(mediaHashes.keys())
  const compiled = await compile({ file, source: Buffer.from(source), kind, media, mediaHashes, language })
  if ('problems' in compiled) return compiled.problems
  const sources = kind === 'handout' ? [] : await sourcesOf(editionId, kind, name)
  const { key, unlike } = translateQuestions(sources, compiled.key)
  if (unlike.length > 0)
    return unlike.map((message) => ({ file, line: 1, column: 1, code: 'translation-unlike', message }))
  const hash = kind === 'handout' ? compiled.hash : hashUnder(compiled.hash, sources)
  await write(async (tx) => {
    await keepDocumentInTx(tx, { hash, source, document: compiled.document, key }, new Date())
    const place = [eq(editionTexts.editionId, editionId), eq(editionTexts.language, language)]
    await tx
      .update(editionTexts)
      .set({ documentHash: hash })
      .where(and(...place, eq(editionTexts.kind, kind), eq(editionTexts.name, name)))
    await publishedInTx(tx)
  })
  return null
}

async function sourcesOf(editionId: string, kind: SourceKind, lesson: string): Promise<Question[]> {
  if (kind === 'lesson') return (await lessonOf(editionId, lesson))?.key ?? []
  const rows = await db
    .select({ question: examQuestions.content })
    .from(examQuestions)
    .where(and(eq(examQuestions.editionId, editionId), eq(examQuestions.lesson, lesson)))
  return rows.map(({ question }) => question)
}
