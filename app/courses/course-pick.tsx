import type { CatalogueCourse } from '#app/courses/catalogue-course.ts'
import { coverOf } from '#app/courses/cover-of.ts'
import { minutesOf } from '#app/courses/filter-courses.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'

/** A course as something one can do today: what it promises, and how long it takes. */
export function CoursePick({ slug, sheet }: CatalogueCourse) {
  const t = useWords().courses
  const path = usePath()
  return (
    <li>
      <a className="pick" href={path(`/courses/${slug}`)}>
        <img src={coverOf(slug, sheet)} alt="" width="320" height="240" />
        <span>
          <span className="h" lang={sheet.language}>
            {sheet.promise.replace(/\.$/, '')}
          </span>
          <span className="soft small">
            {t.lessons(sheet.lessons.length)} · {sheet.hours > 0 ? t.hours(sheet.hours) : t.minutes(minutesOf(sheet))}
          </span>
        </span>
      </a>
    </li>
  )
}
