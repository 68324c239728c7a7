import { usePath, useWords } from '#app/i18n/words.tsx'
import { WayBack } from '#app/ui/way-back.tsx'

/** The way back to the page of all desks. */
export function BackToAdministration() {
  const t = useWords().administration
  const path = usePath()
  return <WayBack href={path('/admin')}>{t.title}</WayBack>
}
