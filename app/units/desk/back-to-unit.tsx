import { usePath } from '#app/i18n/words.tsx'
import { WayBack } from '#app/ui/way-back.tsx'

/** The way back to the page of the unit. */
export function BackToUnit({ unitId, name }: { unitId: string; name: string }) {
  const path = usePath()
  return <WayBack href={path(`/units/${unitId}`)}>{name}</WayBack>
}
