import { formatNumber } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'

type Props = { title: string; head: string; rows: ReadonlyArray<{ name: string; people: number }> }

/** How many people by what they belong to. */
export function CountTable({ title, head, rows }: Props) {
  const t = useWords().asking.preview
  const locale = useLocale()
  return (
    <table className="stack">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className="num">
            {t.count}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, people }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="num" data-label={t.count}>
              {formatNumber(people, locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
