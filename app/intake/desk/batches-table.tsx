import { formatMoment, formatNumber } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import type { BatchState, Counts } from '#app/intake/batch.ts'
import { tagOf } from '#app/intake/desk/state-tag.ts'

type ListedBatch = {
  id: string
  fileName: string
  state: BatchState
  createdAt: Date
  counts: Counts
  by: string | null
}

/** The lists that were sent for a unit, the latest first, each leading to its page. */
export function BatchesTable({ batches }: { batches: ListedBatch[] }) {
  const t = useWords().intake.desk
  const [locale, path] = [useLocale(), usePath()]
  if (batches.length === 0) return <p>{t.noLists}</p>
  return (
    <table className="stack">
      <thead>
        <tr>
          <th scope="col">{t.file}</th>
          <th scope="col">{t.state}</th>
          <th scope="col" className="num">
            {t.counts}
          </th>
          <th scope="col">{t.sentBy}</th>
          <th scope="col">{t.at}</th>
        </tr>
      </thead>
      <tbody>
        {batches.map(({ id, fileName, state, createdAt, counts, by }) => (
          <tr key={id}>
            <th scope="row">
              <a href={path(`/imports/${id}`)}>{fileName}</a>
            </th>
            <td data-label={t.state}>
              <div>
                <span className={tagOf(state)}>{t.states[state]}</span>
              </div>
            </td>
            <td data-label={t.counts} className="num">
              {formatNumber(counts.people, locale)}
            </td>
            <td data-label={t.sentBy}>{by ?? t.byServer}</td>
            <td data-label={t.at}>{formatMoment(createdAt, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
