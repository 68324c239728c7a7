import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatMoment } from '#app/i18n/day.ts'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { feedOf } from '#app/messages/feed.server.ts'
import { NoticeList } from '#app/messages/notice-list.tsx'
import { noticesOf, unreadNotices } from '#app/messages/notices.server.ts'
import { refusalsOf } from '#app/messages/set-ways.server.ts'
import { formatPhone } from '#app/people/phone.ts'
import { profileOf } from '#app/people/profile-of.server.ts'
import { requirePerson } from '#app/routes/actor.server.ts'
import { WaysForm } from '#app/routes/messages/ways-form.tsx'
import { Note } from '#app/ui/note.tsx'
import { WayBack } from '#app/ui/way-back.tsx'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

const deeds = ['ways', 'calendarEnded'] as const

/** GET /me/messages?before=…: what one was told, the newest first, and how one wants to be told. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const { searchParams } = new URL(request.url)
  const { email, phone } = found(await profileOf(person))
  const refusals = await refusalsOf(person)
  const fromLetter = refusals.find(({ isFromLetter }) => isFromLetter)
  return {
    ...(await noticesOf(person, searchParams.get('before'))),
    unread: await unreadNotices(person),
    ways: {
      email,
      phone: phone && formatPhone(phone),
      refused: refusals.map(({ channel }) => channel),
      fromLetter: fromLetter ? formatMoment(fromLetter.at, localeOf(request)) : null,
    },
    hasCalendar: (await feedOf(person)) !== null,
    done: deeds.find((deed) => searchParams.get('done') === deed) ?? null,
  }
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).telling.title} · Bến Số` },
]

export default function Notices() {
  const { notices, next, unread, ways, hasCalendar, done } = useLoaderData<typeof loader>()
  const words = useWords()
  const t = words.telling
  const path = usePath()
  return (
    <div className="wrap flow">
      <WayBack href={path('/me')}>{words.me.title}</WayBack>
      <h1>{t.title}</h1>
      {done ? <Note kind="right" role="status" title={t.done[done]} /> : null}
      <p>{t.why}</p>
      <NoticeList notices={notices} unread={unread} next={next} />
      <WaysForm {...ways} />
      <section className="flow-s" aria-labelledby="calendar">
        <h2 id="calendar">{t.calendar.title}</h2>
        <p>{t.calendar.why}</p>
        <p>
          <a className="btn" href={path('/me/messages/calendar')}>
            {hasCalendar ? t.calendar.title : t.calendar.make}
          </a>
        </p>
      </section>
    </div>
  )
}
