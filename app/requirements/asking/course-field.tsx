import { useLocale, useWords } from '#app/i18n/words.tsx'
import type { Choices } from '#app/requirements/asking/choices-for.server.ts'
import { BoxProblem } from '#app/ui/box-problem.tsx'
import { Icon } from '#app/ui/icon.tsx'

type Props = {
  name: string
  choices: Pick<Choices, 'courses' | 'programmes'>
  defaultValue?: string | undefined
  problem?: string | undefined
}

/** One list: programmes of several courses first, then every course by itself. */
export function CourseField({ name, choices: { courses, programmes }, defaultValue = '', problem }: Props) {
  const t = useWords().asking.form
  const locale = useLocale()
  return (
    <div className="field">
      <label htmlFor={name}>{t.course}</label>
      <select
        id={name}
        name={name}
        required
        defaultValue={defaultValue}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${name}-problem` : undefined}
      >
        <option value="">{t.choose}</option>
        {programmes.length > 0 ? (
          <optgroup label={t.programmes}>
            {programmes.map(({ code, title, courses: held }) => (
              <option key={code} value={`programme:${code}`}>
                {t.programme(title[locale], held.length)}
              </option>
            ))}
          </optgroup>
        ) : null}
        <optgroup label={t.courses}>
          {courses.map(({ courseId, title }) => (
            <option key={courseId} value={`course:${courseId}`}>
              {title}
            </option>
          ))}
        </optgroup>
      </select>
      <BoxProblem name={name} problem={problem} />
      {programmes.length > 0 ? (
        <details>
          <summary>
            <Icon name="open" />
            {t.inProgrammes}
          </summary>
          <div className="flow-s">
            {programmes.map(({ code, title, courses: held }) => (
              <ProgrammeCourses key={code} title={title[locale]} courses={held} />
            ))}
          </div>
        </details>
      ) : null}
    </div>
  )
}

/** What a programme holds, in its order, and what comes after what. */
function ProgrammeCourses({ title, courses }: { title: string; courses: Choices['programmes'][number]['courses'] }) {
  const t = useWords().asking
  return (
    <section>
      <h3>{title}</h3>
      <ol className="read">
        {courses.map((course) => (
          <li key={course.title}>
            {course.title}
            {course.after.length > 0 ? <small>{t.page.after(course.after)}</small> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
