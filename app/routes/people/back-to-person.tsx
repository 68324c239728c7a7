import { usePath } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

export function BackToPerson({ id, fullName }: { id: string; fullName: string }) {
  const path = usePath()
  return (
    <nav className="crumb">
      <a className="ic" href={path(`/admin/people/${id}`)}>
        <Icon name="prev" />
        {fullName}
      </a>
    </nav>
  )
}
