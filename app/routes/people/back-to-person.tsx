import { usePath } from '#app/i18n/words.tsx'
import { WayBack } from '#app/ui/way-back.tsx'

export function BackToPerson({ id, fullName }: { id: string; fullName: string }) {
  const path = usePath()
  return <WayBack href={path(`/admin/people/${id}`)}>{fullName}</WayBack>
}
