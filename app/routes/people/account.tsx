import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatMoment } from '#app/i18n/day.ts'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { AboutMe } from '#app/people/about-me.tsx'
import { ConsentForm } from '#app/people/consent-form.tsx'
import { standingConsents } from '#app/people/consents.server.ts'
import { LanguageForm } from '#app/people/language-form.tsx'
import { OwnSessions } from '#app/people/own-sessions.tsx'
import { formatPhone } from '#app/people/phone.ts'
import { profileOf } from '#app/people/profile-of.server.ts'
import { sessionsOf } from '#app/people/sessions-of.server.ts'
import { requirePerson, tokenFrom } from '#app/routes/actor.server.ts'
import { ownPath } from '#app/routes/people/own-path.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

const deeds = ['contactChanged', 'sessionEnded', 'passwordChanged', 'languageChanged', 'consentsChanged'] as const

/** GET /account: all about oneself, and the way to change it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const locale = localeOf(request)
  const { searchParams } = new URL(request.url)
  const profile = found(await profileOf(person))
  const sessions = await sessionsOf(person, tokenFrom(request.headers.get('cookie') ?? ''))
  return {
    profile: { ...profile, phone: profile.phone && formatPhone(profile.phone) },
    sessions: sessions.map((session) => ({ ...session, lastSeen: formatMoment(session.lastSeenAt, locale) })),
    consents: await standingConsents(person),
    welcome: searchParams.has('welcome') ? { next: ownPath(searchParams.get('welcome'), '') } : null,
    done: deeds.find((deed) => searchParams.get('done') === deed) ?? null,
  }
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).people.account.title} · Bến Số` },
]

export default function Account() {
  const { profile, sessions, consents, welcome, done } = useLoaderData<typeof loader>()
  const words = useWords()
  const t = words.people.account
  const path = usePath()
  return (
    <div className="wrap flow">
      <h1>{t.title}</h1>
      {done ? <Note kind="right" role="status" title={t[done]} /> : null}
      {welcome ? (
        <Note kind="right" role="status" title={t.welcomeTitle}>
          <p>{t.welcome(profile.username)}</p>
          <p>
            <a className="btn main" href={welcome.next || path('/me')}>
              <Icon name="next" />
              {t.goOn}
            </a>
          </p>
        </Note>
      ) : null}
      <AboutMe profile={profile} />
      <OwnSessions sessions={sessions} />
      <LanguageForm language={profile.language} />
      <ConsentForm standing={consents} />
      <section className="flow-s">
        <h2>{t.download}</h2>
        <p>{t.downloadWhy}</p>
        <a className="btn" href={path('/account/data')} download>
          <Icon name="down" />
          {t.downloadButton}
        </a>
      </section>
      <p>
        <a className="ic" href={path('/me/messages')}>
          <Icon name="bell" />
          {words.telling.title}
        </a>
      </p>
      <p>
        <a href={path('/account/closure')}>{t.close}</a>
      </p>
    </div>
  )
}
