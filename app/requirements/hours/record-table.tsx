import { formatDay } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import type { RecordLine } from '#app/requirements/hours/training-record-of.server.ts'
import { useHours } from '#app/requirements/hours/use-hours.ts'

/** The training record as it is downloaded. */
export function RecordTable({ lines, categories }: { lines: RecordLine[]; categories: Record<string, string> }) {
  const { record: t, credits } = useWords().hours
  const locale = useLocale()
  const said = useHours()
  if (lines.length === 0) return <p role="status">{t.none}</p>
  return (
    <table className="stack">
      <caption className="hide">{t.title}</caption>
      <thead>
        <tr>
          {[t.content, t.provider, t.period, t.form, t.paper, t.hours, t.category].map((heading) => (
            <th scope="col" key={heading}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.completedDay} ${line.content} ${line.paper}`}>
            <th scope="row" lang="vi">
              {line.content}
            </th>
            <td data-label={t.provider}>{line.provider}</td>
            <td data-label={t.period}>
              {formatDay(line.beganDay, locale)} – {formatDay(line.completedDay, locale)}
            </td>
            <td data-label={t.form}>{credits.forms[line.form]}</td>
            <td data-label={t.paper}>{line.paper || '–'}</td>
            <td data-label={t.hours}>{said(line.halfHours)}</td>
            <td data-label={t.category}>{categories[line.category] ?? line.category}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
