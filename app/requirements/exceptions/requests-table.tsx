import { formatDay, formatMoment } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { whenItIs } from '#app/requirements/exceptions/exception-words.ts'
import type { OpenRequest } from '#app/requirements/exceptions/open-request.ts'

type Props = { requests: OpenRequest[]; chosen: readonly string[]; day: string }

/** What is asked for, a row each, oldest first; a box to choose it and a button that gives it at once (of the form `one`). */
export function RequestsTable({ requests, chosen, day }: Props) {
  const t = useWords().exceptions
  const [path, locale] = [usePath(), useLocale()]
  return (
    <table className="stack">
      <caption>{t.desk.count(requests.length)}</caption>
      <thead>
        <tr>
          <th scope="col">{t.desk.person}</th>
          <th scope="col">{t.desk.asks}</th>
          <th scope="col">{t.desk.reason}</th>
          <th scope="col">{t.desk.since}</th>
          <th scope="col">
            <span className="hide">{t.desk.giveShort}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {requests.map((request) => (
          <tr key={request.id}>
            <th scope="row">
              <label className="tick">
                <input
                  type="checkbox"
                  name="request"
                  value={request.id}
                  defaultChecked={chosen.includes(request.id)}
                  aria-label={t.desk.choose(request.fullName)}
                />
                {request.fullName}
              </label>
              <small>{[request.position, request.unitName].filter(Boolean).join(' · ')}</small>
            </th>
            <td data-label={t.desk.asks}>
              <span>
                <a href={path(`/exceptions/${request.id}`)}>
                  {t.asks[request.kind]}
                  {request.title ? `: ${request.title}` : ''}
                </a>
                <small>{whenItIs({ ...request, dueDay: request.askedDay, fromDay: day }, t, locale)}</small>
                {request.dueDay ? <small>{t.ask.dueNow(formatDay(request.dueDay, locale))}</small> : null}
              </span>
            </td>
            <td data-label={t.desk.reason}>
              <span>
                {request.reason}
                {request.documentNumber ? <small>{request.documentNumber}</small> : null}
              </span>
            </td>
            <td data-label={t.desk.since}>{request.askedAt ? formatMoment(request.askedAt, locale) : ''}</td>
            <td>
              <button type="submit" className="btn" form="one" name="one" value={request.id}>
                {t.desk.giveShort}
                <span className="hide">: {request.fullName}</span>
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
