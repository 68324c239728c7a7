import type { CourseSheet } from '#app/courses/course-sheet.ts'
import { id, index, instant, int, json, primaryKey, table, text, uniqueIndex } from '#app/db/columns.ts'
import type { Locale } from '#app/i18n/messages.ts'
import type { SourceKind } from '#app/lessons/lesson-document.ts'
import { lessonDocuments } from '#app/lessons/schema.ts'
import type { Question } from '#app/questions/question.ts'

export const courses = table(
  'courses',
  {
    id: id(),
    /** The address: /courses/:slug. */
    slug: text().notNull(),
    /** The edition that new learners get. */
    currentEditionId: text(),
    createdAt: instant().notNull(),
  },
  (course) => [uniqueIndex('courses_by_slug').on(course.slug)],
)

/** A course as learners meet it: one row a publish, never changed afterwards. */
export const editions = table(
  'editions',
  {
    id: id(),
    courseId: text()
      .notNull()
      .references(() => courses.id),
    number: int().notNull(),
    /** Hash of everything in it: publishing the same again makes nothing. */
    contentHash: text().notNull(),
    sheet: json<CourseSheet>().notNull(),
    publishedAt: instant().notNull(),
  },
  (edition) => [uniqueIndex('editions_by_number').on(edition.courseId, edition.number)],
)

export const editionLessons = table(
  'edition_lessons',
  {
    editionId: text()
      .notNull()
      .references(() => editions.id),
    /** The file name: address and key for ever. */
    lesson: text().notNull(),
    position: int().notNull(),
    documentHash: text()
      .notNull()
      .references(() => lessonDocuments.hash),
  },
  (row) => [primaryKey({ columns: [row.editionId, row.lesson] })],
)

/**
 * What an edition holds beside its lessons in its own language: handouts, and lessons, banks and handouts in others. The
 * questions of a translation stand under the keys of their sources.
 */
export const editionTexts = table(
  'edition_texts',
  {
    editionId: text()
      .notNull()
      .references(() => editions.id),
    language: text().$type<Locale>().notNull(),
    kind: text().$type<SourceKind>().notNull(),
    /** The file name, as that of a lesson. */
    name: text().notNull(),
    documentHash: text()
      .notNull()
      .references(() => lessonDocuments.hash),
  },
  (row) => [primaryKey({ columns: [row.editionId, row.language, row.kind, row.name] })],
)

/** The exam pool of an edition, key and all. Never leaves the server but through `ask`. */
export const examQuestions = table(
  'exam_questions',
  {
    editionId: text()
      .notNull()
      .references(() => editions.id),
    question: text().notNull(),
    lesson: text().notNull(),
    content: json<Question>().notNull(),
  },
  (row) => [primaryKey({ columns: [row.editionId, row.question] })],
)

/** Files of a course, by the hash of their bytes; the bytes stand in DATA_DIR/media. */
export const editionMedia = table(
  'edition_media',
  {
    editionId: text()
      .notNull()
      .references(() => editions.id),
    path: text().notNull(),
    hash: text().notNull(),
    type: text().notNull(),
    bytes: int().notNull(),
  },
  (row) => [primaryKey({ columns: [row.editionId, row.path] }), index('edition_media_by_hash').on(row.hash)],
)

/** One row: its version grows with every publish anywhere, so that page caches know. */
export const catalogue = table('catalogue', { id: int().primaryKey(), version: int().notNull() })

/** What stood in the way the last time a course was loaded; none: no row. */
export const loadProblems = table('load_problems', {
  slug: text().primaryKey(),
  problems: json<Array<{ file: string; line: number; column: number; message: string }>>().notNull(),
  at: instant().notNull(),
})
