import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { formatMoment } from '#app/i18n/day.ts'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { dropFeed, feedOf, makeFeed } from '#app/messages/feed.server.ts'
import { requirePerson } from '#app/routes/actor.server.ts'
import { formOf } from '#app/routes/people/form.server.ts'
import { siteOrigin } from '#app/routes/site-origin.server.ts'
import { Note } from '#app/ui/note.tsx'
import { WayBack } from '#app/ui/way-back.tsx'
import { localeOf } from '#app/web/locale.ts'

const formSchema = z.object({ deed: z.enum(['make', 'end']).catch('make') })

/** GET /me/messages/calendar */
export async function loader({ request }: LoaderFunctionArgs) {
  const feed = await feedOf(await requirePerson(request))
  return { since: feed ? formatMoment(feed.madeAt, localeOf(request)) : null }
}

/** POST /me/messages/calendar: makes the address, or another in its place, and shows it this once; or takes it away. */
export async function action({ request }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const { deed } = await formOf(request, formSchema)
  if (deed === 'make') return { address: `${siteOrigin(request)}/calendar/${await makeFeed(person)}.ics` }
  await dropFeed(person)
  return redirect(`${localPath(localeOf(request), '/me/messages')}?done=calendarEnded`, 303)
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).telling.calendar.title} · Bến Số` },
]

export default function Calendar() {
  const { since } = useLoaderData<typeof loader>()
  const made = useActionData<typeof action>()
  const words = useWords().telling
  const t = words.calendar
  const path = usePath()
  return (
    <div className="wrap flow">
      <WayBack href={path('/me/messages')}>{words.title}</WayBack>
      <h1>{t.title}</h1>
      <p>{t.why}</p>
      {made ? (
        <Note kind="right" role="status" title={t.made}>
          <p>
            <code>{made.address}</code>
          </p>
          <p>{t.once}</p>
          <p>{t.how}</p>
        </Note>
      ) : null}
      {since && !made ? <p>{t.since(since)}</p> : null}
      <p>{t.secret}</p>
      <form className="row" method="post" action={path('/me/messages/calendar')}>
        <button type="submit" name="deed" value="make" className="btn main">
          {since ? t.renew : t.make}
        </button>
        {since ? (
          <button type="submit" name="deed" value="end" className="btn">
            {t.end}
          </button>
        ) : null}
      </form>
    </div>
  )
}
