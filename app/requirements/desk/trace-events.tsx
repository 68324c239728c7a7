import { addDays } from '#app/i18n/calendar.ts'
import { type Day, formatDay } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import type { Ground, TraceEvent } from '#app/requirements/keeping/trace.ts'

type Props = {
  events: TraceEvent[]
  /** By the id of the course. */
  courses: Record<string, string>
}

/** What happened between a person and a requirement, the oldest first. */
export function TraceEvents({ events, courses }: Props) {
  const { standings: words, exceptions } = useWords()
  const t = words.person
  const [locale, path] = [useLocale(), usePath()]
  const on = (day: Day) => formatDay(day, locale)
  return (
    <table className="stack">
      <caption>{t.events}</caption>
      <thead>
        <tr>
          <th scope="col">{t.day}</th>
          <th scope="col">{t.event}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event, place) => (
          <tr key={place}>
            <th scope="row">{on(event.day)}</th>
            <td>
              <span>{said(event)}</span>
              {'exception' in event ? (
                <a className="ic" href={path(`/exceptions/${event.exception.id}`)}>
                  {t.openException}
                </a>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )

  function said(event: TraceEvent): string {
    switch (event.kind) {
      case 'asked':
        return t.asked(event.grounds.map(groundOf).join('; '))
      case 'asked-no-more':
        return t.askedNoMore
      case 'completed':
        return t.completed(courses[event.courseId] ?? '')
      case 'revoked':
        return t.revoked(courses[event.courseId] ?? '')
      case 'given':
      case 'taken-back':
        return decided(event)
      case 'reported':
        return reported(event)
    }
  }

  function groundOf(ground: Ground): string {
    if (ground === 'named') return t.named
    return ground.withBelow ? t.inUnitOrBelow(ground.unitName) : t.inUnit(ground.unitName)
  }

  function decided({ kind, exception, reason, documentNumber }: TraceEvent & { kind: 'given' | 'taken-back' }): string {
    const what = exceptions.kinds[exception.kind]
    const until = exception.dueDay ?? (exception.toDay === '9999-12-31' ? null : addDays(exception.toDay, -1))
    const deed = kind === 'given' ? t.given(what, until ? on(until) : '') : t.takenBack(what)
    return [deed, reason ? t.because(reason) : '', documentNumber ? t.document(documentNumber) : '']
      .filter(Boolean)
      .join(' ')
  }

  function reported({ standing, dueDay }: TraceEvent & { kind: 'reported' }): string {
    if (standing === 'not-due') return t.reportedNone
    return t.reportedAs(words.kinds[standing], dueDay ? on(dueDay) : '')
  }
}
