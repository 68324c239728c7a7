import { usePath } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** The way back to the page of the unit. */
export function BackToUnit({ unitId, name }: { unitId: string; name: string }) {
  const path = usePath()
  return (
    <nav className="crumb">
      <a className="ic" href={path(`/units/${unitId}`)}>
        <Icon name="prev" />
        {name}
      </a>
    </nav>
  )
}
