import { formatNumber } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import type { OpenInUnit } from '#app/requirements/desk/open-in-unit.server.ts'
import { Icon, type IconName } from '#app/ui/icon.tsx'

type Props = {
  /** /units/:unit */
  address: string
  /** `?day=…` for a past day. */
  then: string
  /** The unit is seen today. */
  isNow: boolean
  mayAct: boolean
  /** And sees more of people than whether they are done, as an enterprise does not. */
  mayDecide: boolean
  /** Null: not told, as of a past day or where names are looked for. */
  open: OpenInUnit | null
}

/** All that a unit's page leads to about the learning of its people: what is asked, who stands how, hours, messages. */
export function LearningLinks({ address, then, isNow, mayAct, mayDecide, open }: Props) {
  const { standings, asking, exceptions, hours, telling, reminders } = useWords()
  const locale = useLocale()
  const late = open?.overdue ? standings.lateTimes(formatNumber(open.overdue, locale)) : undefined
  const seen: Link[] = [{ to: `standings${then}`, icon: 'chart', text: standings.list.title, open: late }]
  if (isNow) seen.push({ to: 'requirements', icon: 'book', text: asking.list.title })
  if (mayDecide) {
    const waiting = open?.requests ? exceptions.desk.count(open.requests) : undefined
    seen.push({ to: 'requests', icon: 'clock', text: exceptions.desk.title, open: waiting })
    seen.push({ to: 'hours', icon: 'table', text: hours.unit.link })
  }
  if (mayAct) {
    seen.push({ to: 'messages', icon: 'bell', text: telling.sent.title })
    seen.push({ to: 'unreachable', icon: 'print', text: reminders.unreachable.title })
  }
  return (
    <section className="flow" aria-labelledby="learning-h">
      <h2 id="learning-h">{standings.title}</h2>
      <ul className="plain">
        {seen.map(({ to, icon, text, open: count }) => (
          <li key={to} className="row">
            <a className="ic" href={`${address}/${to}`}>
              <Icon name={icon} />
              {text}
            </a>
            {count ? <small>{count}</small> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** `open`: what waits behind it. */
type Link = { to: string; icon: IconName; text: string; open?: string }
