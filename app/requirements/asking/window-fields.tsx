import { useWords } from '#app/i18n/words.tsx'
import type { Choices } from '#app/requirements/asking/choices-for.server.ts'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { boxOf } from '#app/units/desk/box-of.ts'
import { SelectField } from '#app/units/desk/select-field.tsx'

type Props = {
  box: ReturnType<typeof boxOf>
  values: Record<string, string>
  problems: Record<string, string>
  courses: Choices['courses']
}

const folded = ['days', 'firstDay', 'months']

/** A day for everybody; the other ways to count stand folded below it. */
export function WindowFields({ box, values, problems, courses }: Props) {
  const t = useWords().asking.form
  const { window: kind = 'fixed' } = values
  const way = (value: string, words: string) => (
    <label className="tick">
      <input type="radio" name="window" value={value} defaultChecked={value === kind} />
      {words}
    </label>
  )
  return (
    <fieldset className="flow-s">
      <legend className="hide">{t.when}</legend>
      {way('fixed', t.fixed)}
      <Field {...box('dueDay')} label={t.dueDay} type="date" />
      <details open={kind !== 'fixed' || folded.some((name) => name in problems)}>
        <summary>
          <Icon name="open" />
          {t.otherWays}
        </summary>
        <div className="flow-s">
          {way('joining', t.joining)}
          <Field {...box('days')} label={t.days} type="number" inputMode="numeric" min={1} max={3660} />
          {way('recurring', t.recurring)}
          <Field {...box('firstDay')} label={t.firstDay} type="date" />
          <Field
            {...box('months')}
            label={t.months}
            eg={t.monthsEg}
            type="number"
            inputMode="numeric"
            min={1}
            max={60}
          />
          <SelectField
            {...box('renewal')}
            label={t.renewal}
            options={courses.map(({ courseId, title }) => ({ value: courseId, label: title }))}
            empty={t.same}
          />
        </div>
      </details>
    </fieldset>
  )
}
