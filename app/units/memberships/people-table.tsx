import { formatDay } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import type { StaffCategory } from '#app/units/unit.ts'

export type ShownPerson = {
  personId: string
  membershipId: string
  fullName: string
  birthYear: number | null
  unitName: string
  position: string
  category: StaffCategory
  fromDay: string
  waitsFromId: string | null
}

type Props = {
  people: ShownPerson[]
  title: string
  mayAct: boolean
  /** The viewer may open the page of each. */
  mayOpen?: boolean
}

/** People of a unit in the order of lists. Birth year and unit stand beside each: two people may share a name. */
export function PeopleTable({ people, title, mayAct, mayOpen }: Props) {
  const t = useWords().units
  const [locale, path] = [useLocale(), usePath()]
  return (
    <table className="stack">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.born}</th>
          <th scope="col">{t.at}</th>
          <th scope="col">{t.position}</th>
          <th scope="col">{t.since}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.membershipId}>
            <th scope="row">
              {mayOpen ? <a href={path(`/admin/people/${person.personId}`)}>{person.fullName}</a> : person.fullName}
              {mayAct ? (
                <small>
                  <a href={path(`/memberships/${person.membershipId}`)}>
                    {person.waitsFromId ? t.desk.members.place : t.desk.members.change}
                    <span className="hide">{`: ${person.fullName}`}</span>
                  </a>
                </small>
              ) : null}
            </th>
            <td data-label={t.born}>{person.birthYear ?? '–'}</td>
            <td data-label={t.at}>{person.waitsFromId ? t.waiting : person.unitName}</td>
            <td data-label={t.position}>
              {[person.position, t.categories[person.category]].filter(Boolean).join(' · ')}
            </td>
            <td data-label={t.since}>{formatDay(person.fromDay, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
