import { formatDay } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import type { ReorganisationKind } from '#app/units/reorganisations/reorganisation.ts'

type Named = { unitId: string; name: string }
type Event = {
  id: string
  kind: ReorganisationKind
  decisionNumber: string | null
  decisionDay: string | null
  effectiveDay: string
  from: Named[]
  to: Named[]
}

/** What was decided about a unit, newest first; the names are those of the day. */
export function UnitHistory({ events, mayWithdraw }: { events: Event[]; mayWithdraw?: boolean }) {
  const t = useWords().units
  const path = usePath()
  const locale = useLocale()
  return (
    <section className="flow" aria-labelledby="history">
      <h2 id="history">{t.history}</h2>
      {events.length === 0 ? <p>{t.noHistory}</p> : null}
      <ul className="plain">
        {events.map((event, place) => (
          <li key={event.id}>
            <strong>
              {formatDay(event.effectiveDay, locale)}: {t.kinds[event.kind]}
            </strong>
            {event.decisionNumber && event.decisionDay
              ? ` · ${t.decision(event.decisionNumber, formatDay(event.decisionDay, locale))}`
              : ''}
            <Names label={t.from} units={event.from} />
            <Names label={t.to} units={event.to} />
            {mayWithdraw && place === 0 ? (
              <a className="ic" href={path(`/reorganisations/${event.id}`)}>
                {t.reorganise.withdrawal.open}
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Names({ label, units }: { label: (names: string) => string; units: Named[] }) {
  return units.length > 0 ? <div>{label(units.map(({ name }) => name).join(', '))}</div> : null
}

/** Units to go on to: above, before or after. */
export function UnitLinks({ title, units, day }: { title: string; units: Named[]; day?: string }) {
  const path = usePath()
  if (units.length === 0) return null
  return (
    <p>
      {title}:{' '}
      {units.map((unit, place) => (
        <span key={unit.unitId}>
          {place > 0 ? ', ' : ''}
          <a href={path(`/units/${unit.unitId}${day ? `?day=${day}` : ''}`)}>{unit.name}</a>
        </span>
      ))}
    </p>
  )
}
