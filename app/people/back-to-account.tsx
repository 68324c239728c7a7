import { usePath, useWords } from '#app/i18n/words.tsx'
import { WayBack } from '#app/ui/way-back.tsx'

/** Above the head of a page that changes one thing of the account. */
export function BackToAccount() {
  const t = useWords().people.account
  const path = usePath()
  return <WayBack href={path('/account')}>{t.title}</WayBack>
}
