import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { messages } from '#app/i18n/messages.ts'
import { useWords } from '#app/i18n/words.tsx'
import { Points } from '#app/routes/people/points.tsx'
import { localeOf } from '#app/web/locale.ts'
import { settingsNow } from '#app/web/settings.server.ts'

/** GET /accessibility */
export function loader() {
  const { phone, email } = settingsNow().help
  return { phone, email }
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).people.accessibility.title} · Bến Số` },
]

export default function Accessibility() {
  const { phone, email } = useLoaderData<typeof loader>()
  const t = useWords().people.accessibility
  return (
    <div className="wrap flow">
      <h1>{t.title}</h1>
      <p>{t.goal}</p>
      <Points head={t.doesTitle} points={t.does} />
      <Points head={t.limitsTitle} points={t.limits} />
      <section className="flow-s">
        <h2>{t.tellTitle}</h2>
        <p>{t.tell(phone, email)}</p>
      </section>
    </div>
  )
}
