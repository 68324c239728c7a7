import type { CatalogueCourse } from '#app/courses/catalogue-course.ts'
import { audiences } from '#app/courses/course-sheet.ts'

/** Up to four courses for the first page: those for citizens first, then by the order of audiences. */
export function picksOf<Course extends CatalogueCourse>(courses: Course[]): Course[] {
  const place = ({ sheet }: Course) => audiences.indexOf(sheet.audience)
  return [...courses].sort((a, b) => place(a) - place(b)).slice(0, 4)
}
