import { type WindowState, windowState } from '#app/attempts/window-state.ts'
import { formatMoment } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'

type Window = { id: string; startsAt: Date; endsAt: Date; at: Date; by: string | null }

/** Maintenance that was announced, and the button that takes it back while there is something to take. */
export function AnnouncedWindows({ windows, now }: { windows: Window[]; now: Date }) {
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
          <th scope="col">{t.state}</th>
        </tr>
      </thead>
      <tbody>
        {windows.map(({ id, startsAt, endsAt, at, by }) => (
          <tr key={id}>
            <th scope="row">{formatMoment(startsAt, locale)}</th>
            <td data-label={t.to}>{formatMoment(endsAt, locale)}</td>
            <td data-label={t.by}>{by === null ? t.system : by || administration.person.gone}</td>
            <td data-label={t.at}>{formatMoment(at, locale)}</td>
            <td data-label={t.state}>
              <Withdrawal
                window={id}
                from={formatMoment(startsAt, locale)}
                state={windowState({ startsAt, endsAt }, now)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Withdrawal({ window, from, state }: { window: string; from: string; state: WindowState }) {
  const t = useWords().administration.maintenance
  const action = usePath()(`/admin/maintenance/${window}/withdrawal`)
  if (state === 'over') return <>{t.over}</>
  return (
    <form method="post" action={action}>
      <button type="submit">
        {state === 'ahead' ? t.withdraw : t.end} <span className="hide">({from})</span>
      </button>
    </form>
  )
}
