import type { CourseSheet } from '#app/courses/course-sheet.ts'
import { minutesOf } from '#app/courses/filter-courses.ts'
import { useWords } from '#app/i18n/words.tsx'

/** How long a course is: lessons, and the hours it counts for, or else minutes. */
export function CourseMeta({ sheet }: { sheet: CourseSheet }) {
  const t = useWords().courses
  return (
    <p className="meta">
      <span>{t.lessons(sheet.lessons.length)}</span>
      <span>{sheet.hours > 0 ? t.hours(sheet.hours) : t.minutes(minutesOf(sheet))}</span>
    </p>
  )
}
