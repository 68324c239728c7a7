import { usePath, useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** From one's own page to what one learnt elsewhere, and to the record for the personnel file. */
export function OwnHoursLinks() {
  const t = useWords().hours
  const path = usePath()
  return (
    <ul className="plain">
      <li>
        <a className="ic" href={path('/me/credits')}>
          <Icon name="plus" />
          {t.credits.seeHours}
        </a>
      </li>
      <li>
        <a className="ic" href={path('/me/training-record')}>
          <Icon name="table" />
          {t.record.see}
        </a>
      </li>
    </ul>
  )
}
