import { useWords } from '#app/i18n/words.tsx'
import { birthText, doubtsAbout, otherDoubts, phoneText, type ShownCell } from '#app/intake/desk/cells-of.ts'
import type { KeptRow } from '#app/intake/kept-row.ts'

type Row = { row: number; understood: KeptRow }

/** The first people of a list as they were understood; what is doubtful is marked, with its reason. */
export function FirstRows({ rows, unitName }: { rows: Row[]; unitName: string }) {
  const { intake } = useWords()
  const { headings } = intake.report
  return (
    <table className="stack">
      <caption>{intake.desk.understood.firstRows(rows.length)}</caption>
      <thead>
        <tr>
          <th scope="col">{headings.row}</th>
          <th scope="col">{headings.name}</th>
          <th scope="col">{headings.birth}</th>
          <th scope="col">{headings.phone}</th>
          <th scope="col">{headings.unit}</th>
          <th scope="col">{headings.position}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, understood }) => (
          <tr key={row}>
            <td data-label={headings.row}>{row}</td>
            <th scope="row">
              <Cell text={understood.person.fullName} cell="name" row={understood} />
              <OtherDoubts row={understood} />
            </th>
            <td data-label={headings.birth}>
              <Cell text={birthText(understood.person.birth)} cell="birth" row={understood} />
            </td>
            <td data-label={headings.phone}>
              <Cell text={phoneText(understood.person.phone)} cell="phone" row={understood} />
            </td>
            <td data-label={headings.unit}>
              <Cell text={understood.person.unit ?? unitName} cell="unit" row={understood} />
            </td>
            <td data-label={headings.position}>
              <Cell text={understood.person.position ?? ''} cell="position" row={understood} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ text, cell, row }: { text: string; cell: ShownCell; row: KeptRow }) {
  const t = useWords().intake.desk
  const doubts = doubtsAbout(cell, row)
  if (doubts.length === 0) return <span>{text || '–'}</span>
  return (
    <div>
      <mark>{text || '–'}</mark>
      {doubts.map(({ raw, doubts: reasons }) => (
        <small key={raw}>
          {reasons.map((reason) => t.doubts[reason]).join(' ')}
          {raw && raw !== text ? ` (${t.understood.inFile(raw)})` : ''}
        </small>
      ))}
    </div>
  )
}

function OtherDoubts({ row }: { row: KeptRow }) {
  const t = useWords().intake.desk
  return otherDoubts(row).map((doubt) => <small key={doubt}>{t.doubts[doubt]}</small>)
}
