import type { HandoutSheet } from '#app/courses/course-sheet.ts'
import type { LessonDocument, SourceKind } from '#app/lessons/lesson-document.ts'

/** The handouts among the texts of one language, as a sheet names them. */
export function handoutsIn(texts: Array<{ kind: SourceKind; name: string; document: LessonDocument }>): HandoutSheet[] {
  return texts
    .filter(({ kind }) => kind === 'handout')
    .map(({ name, document }) => ({ handout: name, title: document.title, minutes: document.minutes }))
    .sort((one, other) => (one.handout < other.handout ? -1 : 1))
}
