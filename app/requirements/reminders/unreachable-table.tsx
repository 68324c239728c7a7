import { formatDay } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import type { Unreached } from '#app/requirements/reminders/unreached.ts'

/** Whom nothing reaches, to be printed and told in person: name, unit, what is due, why nothing came, and a box to tick. */
export function UnreachableTable({ people }: { people: readonly Unreached[] }) {
  const t = useWords().reminders.unreachable
  const locale = useLocale()
  return (
    <table className="stack">
      <caption>{t.title}</caption>
      <thead>
        <tr>
          <th scope="col">{t.person}</th>
          <th scope="col">{t.unit}</th>
          <th scope="col">{t.due}</th>
          <th scope="col">{t.why}</th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ personId, fullName, birthYear, unitName, due, why }) => (
          <tr key={personId}>
            <th scope="row">
              {fullName}
              {birthYear ? <small> {birthYear}</small> : null}
            </th>
            <td data-label={t.unit}>{unitName}</td>
            <td data-label={t.due}>
              <div>
                {due.map(({ title, dueDay, isLate }) => (
                  <div key={`${title} ${dueDay}`}>{(isLate ? t.late : t.until)(title, formatDay(dueDay, locale))}</div>
                ))}
              </div>
            </td>
            <td data-label={t.why}>{t.whys[why]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
