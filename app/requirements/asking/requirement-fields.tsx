import { useWords } from '#app/i18n/words.tsx'
import { AudienceFields } from '#app/requirements/asking/audience-fields.tsx'
import type { Choices } from '#app/requirements/asking/choices-for.server.ts'
import { CourseField } from '#app/requirements/asking/course-field.tsx'
import type { NamedPerson } from '#app/requirements/asking/people-acted-for.server.ts'
import { WindowFields } from '#app/requirements/asking/window-fields.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { boxOf } from '#app/units/desk/box-of.ts'
import { DeskRefused } from '#app/units/desk/desk-refused.tsx'

type Props = {
  action: string
  unitId: string
  unitName: string
  choices: Choices
  /** Chosen in a list, to be named from the first. */
  chosen?: NamedPerson[]
  /** What nobody has typed yet. */
  usual: Record<string, string>
  typed: { problems: Record<string, string>; values: Record<string, string> }
}

/** What, who, until when, by which document; what is seldom needed is folded away. */
export function RequirementFields({ action, unitId, unitName, choices, chosen = [], usual, typed }: Props) {
  const t = useWords().asking.form
  const box = boxOf(typed, usual)
  const values = { ...usual, ...typed.values }
  const { problems } = typed
  return (
    <form className="flow" method="post" action={action}>
      <DeskRefused problems={problems} />
      <section className="flow-s" aria-labelledby="part-what">
        <h2 id="part-what">{t.what}</h2>
        <CourseField {...box('what')} choices={choices} />
      </section>
      <section className="flow-s" aria-labelledby="part-whom">
        <h2 id="part-whom">{t.whom}</h2>
        <AudienceFields {...{ unitId, unitName, chosen, values, problems }} below={choices.below} />
      </section>
      <section className="flow-s" aria-labelledby="part-when">
        <h2 id="part-when">{t.when}</h2>
        <WindowFields {...{ box, values, problems }} courses={choices.courses} />
      </section>
      <section className="flow-s" aria-labelledby="part-paper">
        <h2 id="part-paper">{t.paper}</h2>
        <p>{t.paperWhy}</p>
        <Field {...box('number')} label={t.number} eg={t.numberEg} autoComplete="off" />
        <Field {...box('decisionDay')} label={t.decisionDay} type="date" />
      </section>
      <details open={['title', 'opensDay', 'graceDays', 'atLeastDays'].some((name) => name in problems)}>
        <summary>
          <Icon name="open" />
          {t.more}
        </summary>
        <div className="flow-s">
          <Field {...box('title')} label={t.name} eg={t.nameEg} autoComplete="off" />
          <Field {...box('opensDay')} label={t.opensDay} type="date" />
          <Field {...box('graceDays')} label={t.graceDays} type="number" inputMode="numeric" min={0} max={366} />
          <Field {...box('atLeastDays')} label={t.atLeastDays} type="number" inputMode="numeric" min={0} max={3660} />
        </div>
      </details>
      <button type="submit" className="btn main">
        {t.see}
      </button>
    </form>
  )
}
