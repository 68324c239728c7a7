import { dayOf } from '#app/i18n/day.ts'
import { useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'
import { boxOf } from '#app/units/desk/box-of.ts'
import { DeskRefused } from '#app/units/desk/desk-refused.tsx'

type Props = {
  action: string
  title: string
  why?: string
  dayLabel: string
  typed: { problems: Record<string, string>; values: Record<string, string> } | undefined
}

/** The first day without it, and why. */
export function EndForm({ action, title, why, dayLabel, typed = { problems: {}, values: {} } }: Props) {
  const t = useWords().units.desk.members
  const box = boxOf(typed, { day: dayOf(new Date()) })
  return (
    <form className="flow" method="post" action={action}>
      <h2>{title}</h2>
      {why ? <p>{why}</p> : null}
      <DeskRefused problems={typed.problems} />
      <Field {...box('day')} label={dayLabel} type="date" required />
      <Field {...box('reason')} label={t.reason} eg={t.reasonEg} autoComplete="off" />
      <button type="submit" className="btn main" name="step" value="preview">
        {t.see}
      </button>
    </form>
  )
}
