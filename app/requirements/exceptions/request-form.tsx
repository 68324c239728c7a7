import { formatDay } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { RefusedNote } from '#app/requirements/exceptions/refused-note.tsx'
import { Field } from '#app/ui/field.tsx'
import { boxOf } from '#app/units/desk/box-of.ts'

type Props = {
  requirement: { id: string; title: string; dueDay: string | null }
  typed: { problems: Record<string, string>; values: Record<string, string> } | undefined
}

/** A learner asks for more time or to be excused from one thing. */
export function RequestForm({ requirement, typed = { problems: {}, values: {} } }: Props) {
  const t = useWords().exceptions.ask
  const [path, locale] = [usePath(), useLocale()]
  const box = boxOf(typed)
  const { id, title, dueDay } = requirement
  const kind = typed.values.kind ?? 'extension'
  return (
    <form className="flow" method="post" action={path(`/me/requests?requirement=${id}`)}>
      <h2 id="requirement">{t.about(title)}</h2>
      {dueDay ? <p>{t.dueNow(formatDay(dueDay, locale))}</p> : null}
      <RefusedNote problems={typed.problems} title={t.refused} askWhom={t.askWhom} />
      <input type="hidden" name="requirement" value={id} />
      <fieldset>
        <legend>{t.kind}</legend>
        {(['extension', 'waiver'] as const).map((one) => (
          <label className="tick" key={one}>
            <input type="radio" name="kind" value={one} defaultChecked={kind === one} />
            {t[one]}
          </label>
        ))}
      </fieldset>
      <Field {...box('dueDay')} label={t.dueDay} eg={t.dueDayEg} type="date" />
      <Field {...box('reason')} label={t.reason} eg={t.reasonEg} autoComplete="off" />
      <Field {...box('documentNumber')} label={t.document} eg={t.documentEg} autoComplete="off" />
      <button type="submit" className="btn main">
        {t.button}
      </button>
    </form>
  )
}
