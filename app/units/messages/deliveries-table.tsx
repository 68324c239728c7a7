import { formatMoment } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import type { DeliveryShown } from '#app/units/messages/delivery.ts'

const tags = { sent: 'tag done', waiting: 'tag due', failed: 'tag late' }

type Props = {
  deliveries: DeliveryShown[]
  /** Some kinds or outcomes alone were asked for. */
  isSome: boolean
}

/** Who was sent what, by which way, and what became of it. */
export function DeliveriesTable({ deliveries, isSome }: Props) {
  const t = useWords().telling.sent
  const locale = useLocale()
  if (deliveries.length === 0) return <p role="status">{isSome ? t.none : t.nothingYet}</p>
  return (
    <table className="stack">
      <caption>{t.title}</caption>
      <thead>
        <tr>
          {[t.who, t.what, t.way, t.when, t.outcome].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {deliveries.map((one) => (
          <tr key={one.id}>
            <th scope="row">{one.fullName}</th>
            <td data-label={t.what}>{one.subject ?? t.kinds[one.kind]}</td>
            <td data-label={t.way}>
              {t.channels[one.channel]}: {one.address}
            </td>
            <td data-label={t.when}>{formatMoment(one.at, locale)}</td>
            <td data-label={t.outcome}>
              <Outcome delivery={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Outcome({ delivery: { state, problem, mayBeTwice, tries, nextAt } }: { delivery: DeliveryShown }) {
  const t = useWords().telling.sent
  const locale = useLocale()
  return (
    <div>
      <span className={tags[state]}>{t.states[state]}</span>
      {problem ? <small>{t.problems[problem]}</small> : null}
      {tries > 1 ? <small>{t.tries(tries)}</small> : null}
      {nextAt ? <small>{t.next(formatMoment(nextAt, locale))}</small> : null}
      {mayBeTwice ? <small>{t.twice}</small> : null}
    </div>
  )
}
