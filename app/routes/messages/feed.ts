import type { LoaderFunctionArgs } from '@remix-run/node'
import { dayOf, formatDay } from '#app/i18n/day.ts'
import { messages } from '#app/i18n/messages.ts'
import { type CalendarItem, calendarOf } from '#app/messages/calendar.ts'
import { holderOfFeed } from '#app/messages/feed.server.ts'
import { profileOf } from '#app/people/profile-of.server.ts'
import { standingsOf } from '#app/requirements/keeping/standings-of.server.ts'
import { found } from '#app/web/found.server.ts'

/** GET /calendar/:secret.ics: the due days of whoever has the secret, of what they have still to learn. */
export async function loader({ params }: LoaderFunctionArgs) {
  const id = found(await holderOfFeed(params.secret ?? ''))
  const { language } = found(await profileOf({ id, role: 'learner' }))
  const now = new Date()
  const t = messages(language).telling.calendar
  const standings = found(await standingsOf({ id, role: 'learner' }, id, dayOf(now)))
  const items = standings.flatMap(({ requirement, stands: { standing, dueDay, opensDay } }): CalendarItem[] => {
    if (dueDay === null || !['due', 'soon', 'overdue'].includes(standing)) return []
    const { title, unitName, decisionNumber, decisionDay } = requirement
    // The same turn keeps its uid when its due day is moved, so that calendars move it too.
    const uid = `${requirement.id}-${opensDay}@ben-so`
    return [
      {
        uid,
        day: dueDay,
        title: t.due(title),
        note: t.asked(unitName, decisionNumber, formatDay(decisionDay, language)),
      },
    ]
  })
  return new Response(calendarOf(items, { name: t.name, language, madeAt: now }), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
    },
  })
}
