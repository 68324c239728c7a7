import { usePath, useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

type Props = {
  sessions: Array<{ handle: string; device: string; isShared: boolean; isThis: boolean; lastSeen: string }>
}

/** Where one is signed in, each with its way out. */
export function OwnSessions({ sessions }: Props) {
  const t = useWords().people.account
  const path = usePath()
  return (
    <section className="flow-s">
      <h2>{t.sessions}</h2>
      <p>{t.sessionsWhy}</p>
      <ul className="plain flow-s">
        {sessions.map((session) => (
          <li key={session.handle} className="card row apart">
            <div>
              <strong>{session.device === '?' ? t.unknownDevice : session.device}</strong>{' '}
              {session.isThis ? <span className="tag done">{t.thisDevice}</span> : null}{' '}
              {session.isShared ? <span className="tag">{t.sharedDevice}</span> : null}
              <p className="soft small">{t.lastSeen(session.lastSeen)}</p>
            </div>
            {session.isThis ? null : (
              <form method="post" action={path(`/account/sessions/${session.handle}`)}>
                <button type="submit" aria-label={`${t.endSession}: ${session.device}, ${session.lastSeen}`}>
                  <Icon name="exit" />
                  {t.endSession}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
