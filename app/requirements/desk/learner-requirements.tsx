import { type Day, formatDay } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import type { LearnerStanding } from '#app/requirements/desk/learner-at-desk.server.ts'
import { StandingTag } from '#app/requirements/desk/standing-tag.tsx'
import { Icon } from '#app/ui/icon.tsx'

type Props = {
  standings: LearnerStanding[]
  day: Day
  /** The page of the person. */
  address: string
}

/** Everything that is asked of one person, and how they stand. */
export function LearnerRequirements({ standings, day, address }: Props) {
  const { standings: words, exceptions } = useWords()
  const t = words.person
  const [locale, path] = [useLocale(), usePath()]
  if (standings.length === 0) return <p role="status">{t.none}</p>
  return standings.map(({ requirement, stands, excuse, reported }) => {
    const { standing, dueDay, doneDay } = stands
    if (standing === 'not-due') return null
    const { id, title, unitName, decisionNumber, decisionDay } = requirement
    return (
      <section key={id} className="card flow-s" aria-labelledby={`asked-${id}`}>
        <h3 id={`asked-${id}`}>{title}</h3>
        <p className="row">
          <StandingTag standing={standing} />
          <span>
            {[
              dueDay ? t.dueDay(formatDay(dueDay, locale)) : '',
              doneDay ? words.list.doneOn(formatDay(doneDay, locale)) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </p>
        <p>{words.askedBy(unitName, decisionNumber, formatDay(decisionDay, locale))}</p>
        {reported === standing ? null : <p>{toldOf(reported)}</p>}
        <p className="row">
          <a className="ic" href={`${address}?requirement=${id}`}>
            <Icon name="clock" />
            {t.eventsOf(title)}
          </a>
          {excuse ? (
            <a className="ic" href={path(`/exceptions/${excuse.id}`)}>
              <Icon name="flag" />
              {t.exception(exceptions.kinds[excuse.kind])}
            </a>
          ) : null}
        </p>
      </section>
    )
  })

  function toldOf(reported: LearnerStanding['reported']): string {
    const on = formatDay(day, locale)
    return reported === null || reported === 'not-due' ? t.notReported(on) : t.reported(words.kinds[reported], on)
  }
}
