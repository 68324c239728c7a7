import { instant, json, table, text } from '#app/db/columns.ts'
import type { LessonDocument } from '#app/lessons/lesson-document.ts'
import type { Question } from '#app/questions/question.ts'

/** A compiled lesson or bank, stored once under the hash of its source, its media and the compiler's version. */
export const lessonDocuments = table('lesson_documents', {
  hash: text().primaryKey(),
  source: text().notNull(),
  compiler: text().notNull(),
  document: json<LessonDocument>().notNull(),
  /** The answer key: the questions whole. Never leaves the server. */
  key: json<Question[]>().notNull(),
  createdAt: instant().notNull(),
})
