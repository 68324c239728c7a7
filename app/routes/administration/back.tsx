import { usePath, useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** The way back to the page of all desks. */
export function BackToAdministration() {
  const t = useWords().administration
  const path = usePath()
  return (
    <nav className="crumb">
      <a className="ic" href={path('/admin')}>
        <Icon name="prev" />
        {t.title}
      </a>
    </nav>
  )
}
