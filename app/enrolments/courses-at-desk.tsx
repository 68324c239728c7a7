import type { CourseAtDesk } from '#app/enrolments/courses-desk.server.ts'
import { dayOf, formatDay } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'

/** Each course with its newest edition, and who is on which. */
export function CoursesAtDesk({ courses }: { courses: CourseAtDesk[] }) {
  const t = useWords().administration.courses
  const locale = useLocale()
  const path = usePath()
  if (courses.length === 0) return <p>{t.none}</p>
  return (
    <table className="stack">
      <caption className="hide">{t.title}</caption>
      <thead>
        <tr>
          <th scope="col">{t.course}</th>
          <th scope="col">{t.edition}</th>
          <th scope="col">{t.published}</th>
          <th scope="col">{t.learners}</th>
        </tr>
      </thead>
      <tbody>
        {courses.map(({ slug, code, title, edition, publishedAt, learners }) => (
          <tr key={slug}>
            <th scope="row">
              <a href={path(`/courses/${slug}`)}>{title}</a>
              <small>
                {code} · {slug}
              </small>
            </th>
            <td data-label={t.edition}>{edition}</td>
            <td data-label={t.published}>{formatDay(dayOf(publishedAt), locale)}</td>
            <td data-label={t.learners}>
              {learners.length === 0 ? t.nobody : learners.map((row) => t.onEdition(row.count, row.edition)).join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
