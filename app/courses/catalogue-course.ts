import type { CourseSheet } from '#app/courses/course-sheet.ts'

/** A course as lists of courses show it: its address and its sheet. */
export type CatalogueCourse = { slug: string; sheet: CourseSheet }
