import { formatNumber } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'

type Props = {
  action: string
  /** How many came by the list; null while it is still being taken in. */
  people: number | null
  isReasonMissing: boolean
}

/** What will be gone and what stays, why, and the way back. */
export function UndoForm({ action, people, isReasonMissing }: Props) {
  const { undo: t, problems } = useWords().intake.desk
  const locale = useLocale()
  return (
    <details open={isReasonMissing}>
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
          {...(isReasonMissing && { problem: problems['reason-needed'].what })}
        />
        <button type="submit" className="btn" name="deed" value="undo">
          {people === null ? t.stopButton : t.button(formatNumber(people, locale))}
        </button>
      </form>
    </details>
  )
}
