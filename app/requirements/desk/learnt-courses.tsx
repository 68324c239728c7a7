import { formatDay } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import type { LearntCourse } from '#app/requirements/desk/learnt-at-desk.server.ts'

/** The courses somebody completed, when, and in which band: no marks, and nothing of what was answered. */
export function LearntCourses({ courses }: { courses: LearntCourse[] }) {
  const t = useWords().standings.person
  const locale = useLocale()
  return (
    <section className="flow-s" aria-labelledby="learnt">
      <h2 id="learnt">{t.learnt}</h2>
      {courses.length === 0 ? (
        <p>{t.learntNone}</p>
      ) : (
        <table className="stack">
          <caption className="hide">{t.learnt}</caption>
          <thead>
            <tr>
              <th scope="col">{t.course}</th>
              <th scope="col">{t.doneDay}</th>
              <th scope="col">{t.band}</th>
            </tr>
          </thead>
          <tbody>
            {courses.map(({ id, title, day, band }) => (
              <tr key={id}>
                <th scope="row">{title}</th>
                <td data-label={t.doneDay}>{formatDay(day, locale)}</td>
                <td data-label={t.band}>{band ? t.bands[band] : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
