import { usePath, useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

type Props = { person: { fullName: string; isShared: boolean } | null; isBare: boolean }

/** At the right of the bow: who is here, and the way out. On public pages the page script fills the second template in. */
export function Who({ person, isBare }: Props) {
  const t = useWords().shell
  const path = usePath()
  if (person) return <Signed fullName={person.fullName} isShared={person.isShared} />
  return (
    <>
      {isBare ? (
        <a href="#help">
          <Icon name="help" />
          {t.help}
        </a>
      ) : null}
      <a href={path('/sign-in')} data-sign-in>
        <Icon name="key" />
        {t.signIn}
      </a>
      <template data-signed-in>
        <Signed fullName="" isShared={false} />
      </template>
    </>
  )
}

function Signed({ fullName, isShared }: { fullName: string; isShared: boolean }) {
  const t = useWords().shell
  const path = usePath()
  return (
    <>
      <a href={path('/me')} data-name>
        {fullName}
      </a>
      <form method="post" action={path('/sign-out')} data-sign-out>
        <button type="submit" className="btn quiet">
          <Icon name="exit" />
          <span data-sign-out-words data-shared={t.notMe}>
            {isShared ? t.notMe : t.signOut}
          </span>
        </button>
        <span role="status" data-unsent hidden>
          {t.unsent}
        </span>
      </form>
    </>
  )
}
