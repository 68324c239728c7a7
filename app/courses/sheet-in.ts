import type { CourseSheet, SheetWords } from '#app/courses/course-sheet.ts'
import { type Locale, locales } from '#app/i18n/messages.ts'

/** A sheet in the language that is asked for, if the course has it; else as it is. Its own words become a translation. */
export function sheetIn(sheet: CourseSheet, language: Locale): CourseSheet {
  const words = isTranslated(sheet, language) ? sheet.translations?.[language] : undefined
  if (!words) return sheet
  const { title, promise, outcomes, handouts } = words
  return {
    ...sheet,
    language,
    translations: { ...sheet.translations, [sheet.language]: wordsOf(sheet) },
    title,
    promise,
    outcomes,
    handouts,
    lessons: sheet.lessons.map((lesson, at) => ({ ...lesson, ...words.lessons[at] })),
    exam: { ...sheet.exam, title: words.examTitle },
  }
}

function wordsOf({ title, promise, outcomes, handouts = [], lessons, exam }: CourseSheet): SheetWords {
  return { title, promise, outcomes, handouts, lessons, examTitle: exam.title }
}

/** Whether a course is written in this language beside its own. */
export function isTranslated(sheet: CourseSheet, language: Locale): boolean {
  return sheet.translations?.[language] !== undefined
}

/** In which languages a course can be learned; the sheet may be in any of them. */
export function languagesOf(sheet: CourseSheet): Locale[] {
  return locales.filter((language) => language === sheet.language || isTranslated(sheet, language))
}
