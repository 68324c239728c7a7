import { useLocale, useWords } from '#app/i18n/words.tsx'
import type { Choices } from '#app/requirements/asking/choices-for.server.ts'
import { BoxProblem } from '#app/ui/box-problem.tsx'

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
            {programmes.map(({ code, title, count }) => (
              <option key={code} value={`programme:${code}`}>
                {t.programme(title[locale], count)}
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
    </div>
  )
}
