import { dayOf } from '#app/i18n/day.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { ExceptionKind } from '#app/requirements/exceptions/exception.ts'
import { Field } from '#app/ui/field.tsx'
import { boxOf } from '#app/units/desk/box-of.ts'
import { DeskRefused } from '#app/units/desk/desk-refused.tsx'
import { SelectField } from '#app/units/desk/select-field.tsx'

type Props = {
  action: string
  kind: ExceptionKind
  people: Array<{ id: string; fullName: string; unitName: string | null }>
  requirements: Array<{ id: string; title: string }>
  requirementId: string | null
  typed: { problems: Record<string, string>; values: Record<string, string> } | undefined
}

/** An exception for chosen people: what, when, why. Who they are is read before it is pressed. */
export function GiveForm({ action, kind, people, requirements, requirementId, typed }: Props) {
  const t = useWords().exceptions.give
  const filled = typed ?? { problems: {}, values: {} }
  const box = boxOf(filled, { fromDay: dayOf(new Date()), requirement: requirementId ?? '' })
  return (
    <form className="flow" method="post" action={action}>
      <DeskRefused problems={filled.problems} />
      <input type="hidden" name="kind" value={kind} />
      <section className="flow-s" id="people">
        <h2>{t.people(people.length)}</h2>
        <ul className="read">
          {people.map(({ id, fullName, unitName }) => (
            <li key={id}>
              <input type="hidden" name="person" value={id} />
              {t.person(fullName, unitName)}
            </li>
          ))}
        </ul>
      </section>
      {kind === 'pause' ? null : (
        <SelectField
          {...box('requirement')}
          label={t.requirement}
          empty={t.chooseRequirement}
          options={requirements.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
      {kind === 'extension' ? (
        <Field {...box('dueDay')} label={t.dueDay} eg={t.dueDayEg} type="date" />
      ) : (
        <>
          <Field {...box('fromDay')} label={t.fromDay} type="date" />
          <Field {...box('lastDay')} label={t.lastDay} eg={t.lastDayEg} type="date" />
        </>
      )}
      <Field {...box('reason')} label={t.reason} eg={t.reasonEg} autoComplete="off" />
      <Field {...box('documentNumber')} label={t.document} eg={t.documentEg} autoComplete="off" />
      <button type="submit" className="btn main">
        {t.button[kind](people.length)}
      </button>
    </form>
  )
}
