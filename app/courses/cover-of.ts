import type { CourseSheet } from '#app/courses/course-sheet.ts'

/** The address of a course's picture. The sheet's `cover` names the version of the file, so it may be kept for ever. */
export function coverOf(slug: string, sheet: Pick<CourseSheet, 'cover'>): string {
  return `/courses/${slug}/${sheet.cover}`
}
