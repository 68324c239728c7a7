import { daysBetween } from '#app/i18n/calendar.ts'
import { type Day, formatDay, formatNumber } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { StandingTag } from '#app/requirements/desk/standing-tag.tsx'
import type { ListedStanding } from '#app/requirements/keeping/listed-standing.ts'

type Props = {
  people: ListedStanding[]
  unitId: string
  day: Day
  /** Titles by id, where several requirements stand in one list. */
  titles?: Map<string, string> | undefined
  /** Each may be chosen. */
  mayPick: boolean
}

/** People in the order of names, each with how they stand; on a phone a card each, the box beside the name. */
export function StandingsTable({ people, unitId, day, titles, mayPick }: Props) {
  const t = useWords().standings.list
  const path = usePath()
  const locale = useLocale()
  return (
    <table className={mayPick ? 'stack who-rows' : 'stack'}>
      <caption className="hide">{t.title}</caption>
      <thead>
        <tr>
          {mayPick ? <th scope="col">{t.choose}</th> : null}
          <th scope="col">{t.person}</th>
          <th scope="col">{t.at}</th>
          {titles ? <th scope="col">{t.requirement}</th> : null}
          <th scope="col">{t.standing}</th>
          <th scope="col">{t.until}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={`${person.personId} ${person.requirementId}`}>
            {mayPick ? (
              <td>
                <label className="tick">
                  <input type="checkbox" name="person" value={person.personId} />
                  <span className="hide">{t.pick(person.fullName)}</span>
                </label>
              </td>
            ) : null}
            <th scope="row">
              <a href={path(`/units/${unitId}/learners/${person.personId}`)}>{person.fullName}</a>
              {person.birthYear === null ? null : <small>{person.birthYear}</small>}
            </th>
            <td data-label={t.at}>
              <span>
                {person.unitName}
                {person.position ? <small>{person.position}</small> : null}
              </span>
            </td>
            {titles ? <td data-label={t.requirement}>{titles.get(person.requirementId)}</td> : null}
            <td data-label={t.standing}>
              <StandingTag standing={person.standing} />
            </td>
            <td data-label={t.until}>
              <span>
                {person.dueDay === null ? '–' : formatDay(person.dueDay, locale)}
                <small>{whenOf(person, day)}</small>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )

  function whenOf({ standing, dueDay, doneDay }: ListedStanding, on: Day): string | null {
    if (doneDay !== null) return t.doneOn(formatDay(doneDay, locale))
    if (dueDay === null || standing === 'excused') return null
    const left = daysBetween(on, dueDay)
    if (left === 0) return t.lastDay
    return left < 0 ? t.lateDays(formatNumber(-left, locale)) : t.left(formatNumber(left, locale))
  }
}
