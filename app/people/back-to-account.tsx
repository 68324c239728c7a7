import { usePath, useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** Above the head of a page that changes one thing of the account. */
export function BackToAccount() {
  const t = useWords().people.account
  const path = usePath()
  return (
    <p className="crumb">
      <a href={path('/account')}>
        <Icon name="prev" />
        {t.title}
      </a>
    </p>
  )
}
