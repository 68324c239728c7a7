import { useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'

type Person = { id: string; fullName: string; birthYear: number | null }
type Props = {
  address: string
  q: string
  /** Null: nobody was looked for yet. */
  people: Person[] | null
  named: Person[]
}

/** Whom a draft names: found by name, added by a button each, removed by one. */
export function NamePeople({ address, q, people, named }: Props) {
  const { asking, units } = useWords()
  const t = asking.people
  const known = new Set(named.map(({ id }) => id))
  return (
    <>
      <form className="find" method="get" action={address}>
        <Field name="q" label={units.desk.members.search} eg={units.personSearchEg} defaultValue={q} type="search" />
        <button type="submit" className="btn main">
          <Icon name="search" />
          {units.find}
        </button>
      </form>
      {people?.length === 0 ? <p role="status">{t.none}</p> : null}
      {people && people.length > 0 ? (
        <ul className="plain flow-s">
          {people.map((person) => (
            <li key={person.id}>
              {known.has(person.id) ? (
                <span>{units.desk.members.person(person.fullName, person.birthYear)}</span>
              ) : (
                <OneButton {...{ address, person }} deed="add" />
              )}
            </li>
          ))}
        </ul>
      ) : null}
      <section className="flow-s" aria-labelledby="named">
        <h2 id="named">{t.named}</h2>
        {named.length === 0 ? <p>{t.nobody}</p> : null}
        <ul className="plain flow-s">
          {named.map((person) => (
            <li key={person.id}>
              <OneButton {...{ address, person }} deed="remove" />
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function OneButton({ address, person, deed }: { address: string; person: Person; deed: 'add' | 'remove' }) {
  const { asking, units } = useWords()
  const t = asking.people
  const name = units.desk.members.person(person.fullName, person.birthYear)
  return (
    <form method="post" action={address}>
      <input type="hidden" name="person" value={person.id} />
      <button type="submit" className="btn" name="deed" value={deed}>
        <Icon name={deed === 'add' ? 'plus' : 'cross'} />
        {deed === 'add' ? t.add(name) : t.remove(name)}
      </button>
    </form>
  )
}
