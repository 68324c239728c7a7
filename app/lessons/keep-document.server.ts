import { eq } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { compilerVersion } from '#app/lessons/compiler-version.ts'
import type { LessonDocument } from '#app/lessons/lesson-document.ts'
import { lessonDocuments } from '#app/lessons/schema.ts'
import type { Question } from '#app/questions/question.ts'

export type KeptDocument = { hash: string; source: string; document: LessonDocument; key: Question[] }

/** Inner step: keeps a compiled lesson under its hash, as the compiler of today reads it; the same one stands there once. */
export async function keepDocumentInTx(tx: Transaction, { hash, source, document, key }: KeptDocument, at: Date) {
  const content = { document, key, compiler: compilerVersion }
  await tx
    .insert(lessonDocuments)
    .values({ hash, source, createdAt: at, ...content })
    .onConflictDoUpdate({ target: lessonDocuments.hash, set: content })
}

/** Inner step: lets go of a document that no edition names any more. */
export async function dropDocumentInTx(tx: Transaction, hash: string) {
  await tx.delete(lessonDocuments).where(eq(lessonDocuments.hash, hash))
}
