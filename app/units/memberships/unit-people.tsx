import type { Day } from '#app/i18n/day.ts'
import { useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { Headcount } from '#app/units/memberships/headcount.ts'
import { PeopleTable, type ShownPerson } from '#app/units/memberships/people-table.tsx'

type Props = {
  address: string
  day: Day
  /** Not of a past day: then only those are named whom the viewer sees today. */
  namesAll: boolean
  words: string
  isWaiting: boolean
  isFirst: boolean
  total: Headcount
  /** The viewer takes in and moves people, today. */
  mayAct: boolean
  mayOpen: boolean
  people: ShownPerson[]
  next: string | null
}

/** How many, who, and who waits for a place. */
export function UnitPeople({
  address,
  day,
  namesAll,
  words,
  isWaiting,
  isFirst,
  total,
  mayAct,
  mayOpen = false,
  people,
  next,
}: Props) {
  const t = useWords().units
  // The list stands below all units of the unit: whoever looked for somebody in it lands on it, not at the top.
  const to = (more: Record<string, string>) => `${address}?${new URLSearchParams({ day, ...more })}#people`
  const isEmpty = total.people === 0 && total.waiting === 0 && people.length === 0 && words === ''
  const kept = { ...(words && { q: words }), ...(isWaiting && { waiting: '1' }) }
  return (
    <section className="flow" aria-labelledby="people">
      <h2 id="people">{t.people}</h2>
      {isEmpty ? (
        <p role="status">{t.emptyUnit}</p>
      ) : (
        <p>
          <strong>{t.count(total.people)}</strong>. {t.counted}
        </p>
      )}
      {mayAct ? <Deeds address={address} /> : null}
      {total.waiting > 0 ? (
        <p>
          <strong>{t.waitingCount(total.waiting)}</strong>. {t.waitingWhy}{' '}
          <a href={isWaiting ? to({}) : to({ waiting: '1' })}>{isWaiting ? t.showAll : t.showWaiting}</a>
        </p>
      ) : null}
      {isEmpty ? null : (
        <form className="find" method="get" action={`${address}#people`}>
          <input type="hidden" name="day" value={day} />
          <Field name="q" label={t.personSearch} eg={t.personSearchEg} defaultValue={words} type="search" />
          <button type="submit" className="btn main">
            <Icon name="search" />
            {t.find}
          </button>
        </form>
      )}
      {namesAll ? null : <p>{t.pastNames}</p>}
      {people.length === 0 ? (
        isEmpty ? null : (
          <p role="status">{words ? t.nobodyFound : t.nobody}</p>
        )
      ) : (
        <PeopleTable {...{ people, mayAct, mayOpen }} title={isWaiting ? t.waiting : t.people} />
      )}
      <p>
        {isFirst ? null : <a href={to(kept)}>{t.firstPage}</a>}{' '}
        {next ? <a href={to({ ...kept, after: next })}>{t.next}</a> : null}
      </p>
    </section>
  )
}

/** What one does with the people of a unit. */
function Deeds({ address }: { address: string }) {
  const { units: t, intake } = useWords()
  return (
    <p className="row">
      <a className="btn" href={`${address}/memberships`}>
        <Icon name="plus" />
        {t.desk.members.add}
      </a>
      <a className="btn" href={`${address}/imports`}>
        <Icon name="up" />
        {intake.desk.title}
      </a>
      <a className="btn" href={`${address}/codes`}>
        <Icon name="print" />
        {intake.desk.codes.ofUnit}
      </a>
      <a className="btn" href={`${address}/roles`}>
        <Icon name="key" />
        {t.desk.holders.see}
      </a>
    </p>
  )
}
