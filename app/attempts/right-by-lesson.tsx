import type { Result } from '#app/attempts/result.ts'
import { useWords } from '#app/i18n/words.tsx'

/** How many were right in each lesson: the figure, and the bar in the same row. */
export function RightByLesson({ lessons }: { lessons: Result['byLesson'] }) {
  const t = useWords().attempts.result
  return (
    <section className="flow" aria-labelledby="by-lesson">
      <h2 id="by-lesson">{t.byLesson}</h2>
      <table className="stack">
        <thead>
          <tr>
            <th scope="col">{t.lesson}</th>
            <th scope="col">{t.rightColumn}</th>
            <th scope="col">
              <span className="hide">{t.chart}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lessons.map(({ lesson, title, right, all }) => (
            <tr key={lesson}>
              <th scope="row">{title}</th>
              <td data-label={t.rightColumn}>{`${right}/${all}`}</td>
              <td>
                <svg className="bars" aria-hidden="true" focusable="false">
                  <rect
                    className={right * 3 >= all * 2 ? 'c1' : 'c2'}
                    x="0"
                    width={`${(100 * right) / all}%`}
                    height="100%"
                  />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
