import type { Day } from '#app/i18n/day.ts'
import { useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { boxOf } from '#app/units/desk/box-of.ts'
import { DeskRefused } from '#app/units/desk/desk-refused.tsx'

type Props = {
  action: string
  today: Day
  typed: { problems: Record<string, string>; values: Record<string, string> } | undefined
}

/** From which day on it is asked no more, and why; folded away until it is wanted. */
export function EndRequirementForm({ action, today, typed }: Props) {
  const { page: t } = useWords().asking
  const box = boxOf(typed ?? { problems: {}, values: {} }, { day: today })
  return (
    <details open={typed !== undefined}>
      <summary>
        <Icon name="open" />
        {t.end}
      </summary>
      <form className="flow-s" method="post" action={action}>
        <p>{t.endWhy}</p>
        <DeskRefused problems={typed?.problems} />
        <Field {...box('day')} label={t.endDay} type="date" min={today} />
        <Field {...box('reason')} label={t.reason} autoComplete="off" />
        <button type="submit" className="btn main" name="deed" value="end">
          {t.endButton}
        </button>
      </form>
    </details>
  )
}
