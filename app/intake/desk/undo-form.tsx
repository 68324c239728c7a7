import { formatNumber } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'

type Props = {
  action: string
  /** How many came by the list; null while it is still being taken in. */
  people: number | null
  problem?: string | undefined
}

/** What will be gone and what stays, why, and the way back. */
export function UndoForm({ action, people, problem }: Props) {
  const t = useWords().intake.desk.undo
  const locale = useLocale()
  return (
    <details open={problem !== undefined}>
      <summary>
        <Icon name="open" />
        {people === null ? t.stopTitle : t.title}
      </summary>
      <form className="flow" method="post" action={action}>
        <p>{t.why}</p>
        <p>{t.stays}</p>
        <Field
          name="reason"
          label={t.reason}
          eg={t.reasonEg}
          autoComplete="off"
          {...(problem !== undefined && { problem })}
        />
        <button type="submit" className="btn" name="deed" value="undo">
          {people === null ? t.stopButton : t.button(formatNumber(people, locale))}
        </button>
      </form>
    </details>
  )
}
