import { useWords } from '#app/i18n/words.tsx'
import type { Verdict } from '#app/intake/batch.ts'
import { birthText, phoneText } from '#app/intake/desk/cells-of.ts'
import { DecideForm } from '#app/intake/desk/decide-form.tsx'
import type { TellingRow } from '#app/intake/rows-of.server.ts'

type Props = {
  address: string
  rows: TellingRow[]
  unitName: string
  /** What the address asked for, to come back to. */
  asked: string
  title: string
}

const tags: Record<Verdict, string> = { new: 'tag', matched: 'tag done', conflict: 'tag due', refused: 'tag late' }

/** Rows with what would become of each, and why; what is half alike is decided here. */
export function CheckedRows({ address, rows, unitName, asked, title }: Props) {
  const { report, desk } = useWords().intake
  const t = desk.check
  return (
    <table className="stack">
      <caption className="hide">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t.row}</th>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.birthAndPhone}</th>
          <th scope="col">{t.unit}</th>
          <th scope="col">{t.result}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { person } = row.understood
          return (
            <tr key={row.row} id={`row-${row.row}`}>
              <td data-label={t.row}>{row.row}</td>
              <th scope="row">{person.fullName || '–'}</th>
              <td data-label={t.birthAndPhone}>
                <div>
                  {birthText(person.birth) || '–'}
                  <small>{phoneText(person.phone)}</small>
                </div>
              </td>
              <td data-label={t.unit}>{person.unit ?? unitName}</td>
              <td>
                {row.verdict ? <span className={tags[row.verdict]}>{report.verdicts[row.verdict]}</span> : null}
                {(row.reasons ?? []).map((reason) => (
                  <small key={reason}>{report.reasons[reason]}</small>
                ))}
                {row.verdict === 'conflict' ? <DecideForm action={address} row={row} asked={asked} /> : null}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
