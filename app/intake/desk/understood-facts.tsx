import { formatNumber } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import type { PassedRow } from '#app/intake/reading/person-row.ts'
import type { Source } from '#app/intake/reading/table.ts'
import { Icon } from '#app/ui/icon.tsx'

type Props = { source: Source | null; headerRows: number[]; people: number; passed: number; told: PassedRow[] }

/** How a file was understood: which sheet, where its headings are, and what in it is nobody. */
export function UnderstoodFacts({ source, headerRows, people, passed, told }: Props) {
  const t = useWords().intake.desk.understood
  const locale = useLocale()
  return (
    <section className="flow" aria-labelledby="understood">
      <h2 id="understood">{t.title}</h2>
      <ul className="read">
        <li>{source ? <SourceTold {...source} /> : null}</li>
        <li>{headerRows.length > 0 ? t.header(headerRows.join(', ')) : <mark>{t.noHeader}</mark>}</li>
        <li>
          <strong>{t.people(formatNumber(people, locale))}</strong>
        </li>
      </ul>
      {passed > 0 ? (
        <details>
          <summary>
            <Icon name="open" />
            {t.passed(formatNumber(passed, locale))}
          </summary>
          <PassedTable rows={told.slice(0, 50)} />
        </details>
      ) : null}
    </section>
  )
}

function SourceTold({ format, sheet = '', separator = ';', encoding = '' }: Source) {
  const t = useWords().intake.desk.understood
  if (format === 'xlsx') return t.sheet(sheet)
  const separators: Record<string, string> = t.separators
  return t.text(separators[separator] ?? separator, encoding === 'latin1' ? t.latin1 : encoding.toUpperCase())
}

function PassedTable({ rows }: { rows: PassedRow[] }) {
  const { understood, check } = useWords().intake.desk
  return (
    <table className="stack">
      <tbody>
        {rows.map(({ row, kind, text }) => (
          <tr key={row}>
            <th scope="row">
              {check.row} {row}
            </th>
            <td>{understood.passedKinds[kind]}</td>
            <td>{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
