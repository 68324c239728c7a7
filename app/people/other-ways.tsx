import { usePath, useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** Beside the sign-in form: a new account, or a code from an administrator. */
export function OtherWays({ next }: { next: string }) {
  const t = useWords().people.signIn
  const path = usePath()
  const onwards = next ? `?next=${encodeURIComponent(next)}` : ''
  return (
    <div className="flow">
      <h2>{t.otherWays}</h2>
      <ul className="plain flow-s">
        <li>
          <a className="pick" href={`${path('/sign-up')}${onwards}`}>
            <Icon name="plus" />
            <span>
              <span className="h">{t.signUp}</span>
              <span className="soft small">{t.signUpEg}</span>
            </span>
          </a>
        </li>
        <li>
          <a className="pick" href={path('/reset/code')}>
            <Icon name="grid" />
            <span>
              <span className="h">{t.byCode}</span>
              <span className="soft small">{t.byCodeEg}</span>
            </span>
          </a>
        </li>
      </ul>
      <img className="scene" src="/art/factory.svg" width="640" height="480" alt={t.scene} />
    </div>
  )
}
