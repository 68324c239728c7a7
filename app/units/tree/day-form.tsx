import type { Day } from '#app/i18n/day.ts'
import { useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** Shows the page as of another day. */
export function DayForm({ action, day }: { action: string; day: Day }) {
  const t = useWords().units
  return (
    <form className="find" method="get" action={action}>
      <Field name="day" label={t.onDay} type="date" defaultValue={day} />
      <button type="submit" className="btn">
        <Icon name="cal" />
        {t.showDay}
      </button>
    </form>
  )
}
