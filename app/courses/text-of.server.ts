import { and, eq } from 'drizzle-orm'
import { editionTexts } from '#app/courses/schema.ts'
import { db, type Transaction } from '#app/db/db.server.ts'
import { Recent } from '#app/db/recent.ts'
import type { Locale } from '#app/i18n/messages.ts'
import type { LessonDocument, SourceKind } from '#app/lessons/lesson-document.ts'
import { lessonDocuments } from '#app/lessons/schema.ts'
import type { Question } from '#app/questions/question.ts'

export type Text = { name: string; document: LessonDocument; key: Question[] }

const known = new Recent<string, Text[]>(64)

/** All texts of one kind that an edition has in a language, beside the lessons and banks of its own; by name, server only. */
export async function textsOf(
  editionId: string,
  language: Locale,
  kind: SourceKind,
  reads: Pick<Transaction, 'select'> = db,
): Promise<Text[]> {
  const place = `${editionId} ${language} ${kind}`
  const remembered = known.get(place)
  if (remembered) return remembered
  const texts = await reads
    .select({ name: editionTexts.name, document: lessonDocuments.document, key: lessonDocuments.key })
    .from(editionTexts)
    .innerJoin(lessonDocuments, eq(lessonDocuments.hash, editionTexts.documentHash))
    .where(and(eq(editionTexts.editionId, editionId), eq(editionTexts.language, language), eq(editionTexts.kind, kind)))
    .orderBy(editionTexts.name)
  return known.keep(place, texts)
}
