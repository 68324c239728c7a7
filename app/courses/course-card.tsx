import type { CatalogueCourse } from '#app/courses/catalogue-course.ts'
import { CourseMeta } from '#app/courses/course-meta.tsx'
import { coverOf } from '#app/courses/cover-of.ts'
import { usePath } from '#app/i18n/words.tsx'

/** A course in the catalogue. `data-course-card` is where the page script says how far the reader has come. */
export function CourseCard({ slug, sheet }: CatalogueCourse) {
  const path = usePath()
  return (
    <li className="card course" data-course-card={slug}>
      <img src={coverOf(slug, sheet)} alt="" width="320" height="240" loading="lazy" />
      <div>
        <h3 lang={sheet.language}>
          <a href={path(`/courses/${slug}`)}>{sheet.title}</a>
        </h3>
        <CourseMeta sheet={sheet} />
      </div>
    </li>
  )
}
