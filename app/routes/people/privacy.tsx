import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { KeptTable } from '#app/people/kept-table.tsx'
import { localeOf } from '#app/web/locale.ts'
import { settingsNow } from '#app/web/settings.server.ts'

/** GET /privacy */
export function loader() {
  return settingsNow().privacy
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).people.privacy.title} · Bến Số` },
]

export default function Privacy() {
  const { name, phone, email } = useLoaderData<typeof loader>()
  const t = useWords().people.privacy
  const path = usePath()
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
      <Points head={t.rightsTitle} points={t.rights} />
      <p>
        <a href={path('/account')}>{t.toAccount}</a>
      </p>
      <p className="soft">{t.law}</p>
      <section className="flow-s">
        <h2>{t.askTitle}</h2>
        <p>
          {name}: <a href={`tel:${phone.replace(/\s/g, '')}`}>{phone}</a>, <a href={`mailto:${email}`}>{email}</a>
        </p>
      </section>
    </div>
  )
}

function Points({ head, points }: { head: string; points: string[] }) {
  return (
    <section className="flow-s">
      <h2>{head}</h2>
      <ul className="read">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  )
}
