import { Fragment } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import type { Verdict } from '#app/intake/batch.ts'
import { birthText, phoneText } from '#app/intake/desk/cells-of.ts'
import { DecideForm } from '#app/intake/desk/decide-form.tsx'
import { MendForm } from '#app/intake/desk/mend-form.tsx'
import { RowMarks } from '#app/intake/desk/row-marks.tsx'
import type { TellingRow } from '#app/intake/rows-of.server.ts'

type Props = {
  address: string
  rows: TellingRow[]
  unitName: string
  /** What the address asked for, to come back to. */
  asked: string
  title: string
  /** The row whose cells are being mended. */
  mending: number | null
}

const tags: Record<Verdict, string> = { new: 'tag', matched: 'tag done', conflict: 'tag due', refused: 'tag late' }

/** Rows with what would become of each, and why; what is half alike is decided here. */
export function CheckedRows({ address, rows, unitName, asked, title, mending }: Props) {
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
          const here = `#row-${row.row}`
          const isMending = row.row === mending
          return (
            <Fragment key={row.row}>
              <tr id={`row-${row.row}`}>
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
                  <RowMarks row={row.understood} />
                  {row.verdict === 'conflict' ? <DecideForm action={address} row={row} asked={asked} /> : null}
                  {isMendable(row) && !isMending ? (
                    <a
                      className="ic"
                      href={`${address}?${[asked, `mend=${row.row}`].filter(Boolean).join('&')}${here}`}
                    >
                      {desk.mend.open}
                      <span className="hide">: {desk.mend.row(row.row, person.fullName)}</span>
                    </a>
                  ) : null}
                </td>
              </tr>
              {isMending ? (
                <tr>
                  <td colSpan={5}>
                    <MendForm
                      action={address}
                      row={row}
                      unitName={unitName}
                      asked={asked}
                      back={`${address}${asked ? `?${asked}` : ''}${here}`}
                    />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}

/** Who is refused or doubtful, or was mended before. */
function isMendable({ verdict, understood: { doubts, mended } }: TellingRow): boolean {
  return verdict === 'refused' || mended !== undefined || Object.keys(doubts).length > 0
}
