import type { CourseSheet } from '#app/courses/course-sheet.ts'
import type { Edition } from '#app/courses/edition.server.ts'
import { sheetIn } from '#app/courses/sheet-in.ts'
import { textsOf } from '#app/courses/text-of.server.ts'
import type { Locale } from '#app/i18n/messages.ts'
import type { LessonDocument } from '#app/lessons/lesson-document.ts'

/** A handout of an edition in the language asked for, if the course has that, with its sheet. Null: there is no such paper. */
export async function handoutIn(
  edition: Edition,
  handout: string,
  language: Locale,
): Promise<{ sheet: CourseSheet; document: LessonDocument; handout: string } | null> {
  const sheet = sheetIn(edition.sheet, language)
  const text = (await textsOf(edition.id, sheet.language, 'handout')).find(({ name }) => name === handout)
  return text ? { sheet, document: text.document, handout } : null
}
