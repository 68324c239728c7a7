import type { ReactNode } from 'react'
import { formatDay } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'

export type ComparedSide = {
  id: string
  username: string
  fullName: string
  birthYear: number | null
  createdOn: string
  identityNumber: string | null
  places: Array<{ unitName: string; position: string; fromDay: string }>
  papers: number
}

/** Two accounts side by side, a row for each thing that tells whether they are one person's. */
export function CompareTable({ sides: [one, other] }: { sides: readonly [ComparedSide, ComparedSide] }) {
  const t = useWords().duplicates
  const locale = useLocale()
  const row = (label: string, say: (side: ComparedSide) => ReactNode) => (
    <tr key={label}>
      <th scope="row">{label}</th>
      <td data-label={one.username}>{say(one)}</td>
      <td data-label={other.username}>{say(other)}</td>
    </tr>
  )
  return (
    <table className="stack sides">
      <caption>{t.comparison}</caption>
      <thead>
        <tr>
          <th scope="col">{t.facts}</th>
          <th scope="col">{one.username}</th>
          <th scope="col">{other.username}</th>
        </tr>
      </thead>
      <tbody>
        {row(t.person, ({ fullName }) => fullName)}
        {row(t.birthYear, ({ birthYear }) => birthYear ?? t.unknown)}
        {row(t.number.open, ({ identityNumber }) => identityNumber ?? t.unknown)}
        {row(t.places, ({ places }) => (places.length === 0 ? t.noPlaces : <Places places={places} />))}
        {row(t.papers, ({ papers }) => papers)}
        {row(t.since, ({ createdOn }) => formatDay(createdOn, locale))}
      </tbody>
    </table>
  )
}

function Places({ places }: Pick<ComparedSide, 'places'>) {
  return (
    <ul className="plain">
      {places.map(({ unitName, position, fromDay }) => (
        <li key={`${unitName} ${fromDay}`}>
          {unitName}
          {position ? <small>{position}</small> : null}
        </li>
      ))}
    </ul>
  )
}
