import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { messages } from '#app/i18n/messages.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { KeptTable } from '#app/people/kept-table.tsx'
import { Points } from '#app/routes/people/points.tsx'
import { localeOf } from '#app/web/locale.ts'
import { settingsNow } from '#app/web/settings.server.ts'
import type { Privacy as PrivacySettings } from '#app/web/settings.ts'

/** GET /privacy */
export function loader() {
  return settingsNow().privacy
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).people.privacy.title} · Bến Số` },
]

export default function Privacy() {
  const { name, phone, email, deadlines, basis } = useLoaderData<typeof loader>()
  const t = useWords().people.privacy
  const path = usePath()
  const locale = useLocale()
  return (
    <div className="wrap flow">
      <h1>{t.title}</h1>
      <p>{t.short}</p>
      <KeptTable />
      <Points head={t.notTitle} points={t.not} />
      <Points head={t.whoTitle} points={t.who} />
      <section className="flow-s">
        <h2>{t.deviceTitle}</h2>
        <p>{t.device}</p>
      </section>
      <Points head={t.rightsTitle} points={rightsIn(t, deadlines)} />
      <p>
        <a href={path('/account')}>{t.toAccount}</a>
      </p>
      <p className="soft">{t.law(basis[locale])}</p>
      <section className="flow-s">
        <h2>{t.askTitle}</h2>
        <p>
          {name}: <a href={`tel:${phone.replace(/\s/g, '')}`}>{phone}</a>, <a href={`mailto:${email}`}>{email}</a>
        </p>
      </section>
    </div>
  )
}

type Words = ReturnType<typeof useWords>['people']['privacy']

/** What one does at once oneself, then what takes until when, then whom to turn to. */
function rightsIn(t: Words, { answer, seeOrMend, erase, withdraw }: PrivacySettings['deadlines']): string[] {
  const [first = '', ...others] = t.rights
  const by = t.deadlines
  return [first, by.answer(answer), by.seeOrMend(seeOrMend), by.erase(erase), by.withdraw(withdraw), ...others]
}
