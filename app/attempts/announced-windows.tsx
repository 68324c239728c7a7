import { formatMoment } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'

type Window = { id: string; startsAt: Date; endsAt: Date; at: Date; by: string | null }

/** Maintenance that was announced. */
export function AnnouncedWindows({ windows }: { windows: Window[] }) {
  const { administration } = useWords()
  const t = administration.maintenance
  const locale = useLocale()
  if (windows.length === 0) return <p>{t.none}</p>
  return (
    <table className="stack">
      <caption>{t.announced}</caption>
      <thead>
        <tr>
          <th scope="col">{t.from}</th>
          <th scope="col">{t.to}</th>
          <th scope="col">{t.by}</th>
          <th scope="col">{t.at}</th>
        </tr>
      </thead>
      <tbody>
        {windows.map(({ id, startsAt, endsAt, at, by }) => (
          <tr key={id}>
            <th scope="row">{formatMoment(startsAt, locale)}</th>
            <td data-label={t.to}>{formatMoment(endsAt, locale)}</td>
            <td data-label={t.by}>{by === null ? t.system : by || administration.person.gone}</td>
            <td data-label={t.at}>{formatMoment(at, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
