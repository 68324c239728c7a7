import { useWords } from '#app/i18n/words.tsx'
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
}

/** All that a unit's page leads to about the learning of its people: what is asked, who stands how, hours, messages. */
export function LearningLinks({ address, then, isNow, mayAct, mayDecide }: Props) {
  const { standings, asking, exceptions, hours, telling, reminders } = useWords()
  const seen: Link[] = [{ to: `standings${then}`, icon: 'chart', text: standings.list.title }]
  if (isNow) seen.push({ to: 'requirements', icon: 'book', text: asking.list.title })
  if (mayDecide) {
    seen.push({ to: 'requests', icon: 'clock', text: exceptions.desk.title })
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
        {seen.map(({ to, icon, text }) => (
          <li key={to}>
            <a className="ic" href={`${address}/${to}`}>
              <Icon name={icon} />
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Link = { to: string; icon: IconName; text: string }
