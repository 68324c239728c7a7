import { useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'

type Props = {
  address: string
  q: string
  /** Null: nothing was looked for yet. */
  people: ReadonlyArray<{ id: string; fullName: string; username: string; birthYear: number | null }> | null
  /** What to do when nobody is found, where it is not to make an account. */
  none?: string
}

/** Find somebody, then choose: a link each, so that it works without script. Birth year tells two of one name apart. */
export function PersonPicker({ address, q, people, none }: Props) {
  const {
    units: t,
    people: { account },
  } = useWords()
  const words = t.desk.members
  return (
    <>
      <form className="find" method="get" action={address}>
        <Field name="q" label={words.search} eg={words.searchEg} defaultValue={q} type="search" />
        <button type="submit" className="btn main">
          <Icon name="search" />
          {t.find}
        </button>
      </form>
      {people?.length === 0 ? <p role="status">{none ?? words.none}</p> : null}
      {people && people.length > 0 ? (
        <table className="stack">
          <caption>{words.hits}</caption>
          <thead>
            <tr>
              <th scope="col">{t.name}</th>
              <th scope="col">{t.born}</th>
              <th scope="col">{account.username}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.id}>
                <th scope="row">
                  <a href={`${address}?person=${person.id}`}>{words.choose(person.fullName)}</a>
                </th>
                <td data-label={t.born}>{person.birthYear ?? '–'}</td>
                <td data-label={account.username}>{person.username}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  )
}
