import { eq, ne } from 'drizzle-orm'
import { publishedInTx } from '#app/courses/catalogue-version.server.ts'
import { recompileText, staleTexts } from '#app/courses/recompile-texts.server.ts'
import { editionLessons, editionMedia, editions } from '#app/courses/schema.ts'
import { db, type Transaction, write } from '#app/db/db.server.ts'
import { openCompiler } from '#app/lessons/compile.server.ts'
import { compilerVersion } from '#app/lessons/compiler-version.ts'
import { dropDocumentInTx, keepDocumentInTx } from '#app/lessons/keep-document.server.ts'
import type { LessonDocument, Problem } from '#app/lessons/lesson-document.ts'
import { lessonDocuments } from '#app/lessons/schema.ts'
import type { Question } from '#app/questions/question.ts'

export type Recompiling = { recompiled: number; kept: Array<{ lesson: string; problems: Problem[] }> }

type Stale = { hash: string; source: string; key: Question[]; lesson: string; editionId: string; language: 'vi' | 'en' }
type Compiled = { hash: string; document: LessonDocument; key: Question[] }

/**
 * Compiles again, from their stored source, the documents of an older compiler, and points the editions at the new ones.
 * Keys of lessons and questions stay as they are; what the new compiler refuses, or reads as other questions, is kept
 * as it was, so that nobody's lesson is lost to an upgrade. For the start, in the primary process.
 */
export async function recompileStale(): Promise<Recompiling> {
  const outcome: Recompiling = { recompiled: 0, kept: [] }
  const [stale, texts] = [await staleDocuments(), await staleTexts()]
  if (stale.length + texts.length === 0) return outcome

  const compiler = openCompiler()
  try {
    for (const old of stale) {
      const mediaHashes = await mediaHashesOf(old.editionId)
      const file = `lessons/${old.lesson}.mdx`
      const source = Buffer.from(old.source)
      const media = new Set(mediaHashes.keys())
      const compiled = await compiler.compile({
        file,
        source,
        kind: 'lesson',
        media,
        mediaHashes,
        language: old.language,
      })
      const problems = 'problems' in compiled ? compiled.problems : changedQuestions(file, old.key, compiled.key)
      if ('problems' in compiled || problems.length > 0) outcome.kept.push({ lesson: old.lesson, problems })
      else {
        await write((tx) => replaceInTx(tx, old, compiled))
        outcome.recompiled++
      }
    }
    for (const text of texts) {
      const problems = await recompileText(compiler.compile, text, await mediaHashesOf(text.editionId))
      if (problems) outcome.kept.push({ lesson: text.name, problems })
      else outcome.recompiled++
    }
  } finally {
    await compiler.close()
  }
  return outcome
}

/** Each stale document once, with one of the editions that use it: the hash covers source and media, so any will do. */
async function staleDocuments(): Promise<Stale[]> {
  const rows = await db
    .select({
      hash: lessonDocuments.hash,
      source: lessonDocuments.source,
      key: lessonDocuments.key,
      lesson: editionLessons.lesson,
      editionId: editions.id,
      sheet: editions.sheet,
    })
    .from(lessonDocuments)
    .innerJoin(editionLessons, eq(editionLessons.documentHash, lessonDocuments.hash))
    .innerJoin(editions, eq(editions.id, editionLessons.editionId))
    .where(ne(lessonDocuments.compiler, compilerVersion))
  const byHash = new Map(rows.map(({ sheet, ...row }) => [row.hash, { ...row, language: sheet.language }]))
  return [...byHash.values()]
}

async function mediaHashesOf(editionId: string): Promise<Map<string, string>> {
  const files = await db
    .select({ path: editionMedia.path, hash: editionMedia.hash })
    .from(editionMedia)
    .where(eq(editionMedia.editionId, editionId))
  return new Map(files.map(({ path, hash }) => [path, hash]))
}

function changedQuestions(file: string, before: Question[], after: Question[]): Problem[] {
  const [were, are] = [before, after].map((key) => key.map(({ id, kind }) => `${id} (${kind})`).join(', '))
  if (were === are) return []
  return [
    {
      file,
      line: 1,
      column: 1,
      code: 'questions-changed',
      message: `Câu hỏi trước đây: ${were}. Nay đọc thành: ${are}`,
    },
  ]
}

async function replaceInTx(tx: Transaction, old: Stale, { hash, document, key }: Compiled) {
  await keepDocumentInTx(tx, { hash, source: old.source, document, key }, new Date())
  await tx.update(editionLessons).set({ documentHash: hash }).where(eq(editionLessons.documentHash, old.hash))
  if (hash !== old.hash) await dropDocumentInTx(tx, old.hash)
  await publishedInTx(tx)
}
