import { usePath, useWords } from '#app/i18n/words.tsx'
import type { Role } from '#app/people/person.ts'

export type FoundPerson = {
  id: string
  username: string
  fullName: string
  role: Role
  birthYear: number | null
  email: string | null
  phone: string | null
  /** Whether this viewer may open their page. */
  isOpen: boolean
}

const mostShown = 50

export function FoundPeople({ people, showsContacts }: { people: FoundPerson[]; showsContacts: boolean }) {
  const words = useWords().people
  const t = words.admin
  const path = usePath()
  if (people.length === 0) return <p role="status">{t.nobody}</p>
  return (
    <table className="stack">
      <caption>
        {t.found(people.length)}
        {people.length >= mostShown ? `. ${t.most}` : ''}
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.account.fullName}</th>
          <th scope="col">{words.account.username}</th>
          {showsContacts ? <th scope="col">{words.signUp.contact}</th> : null}
          <th scope="col">{t.role}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              {person.isOpen ? <a href={path(`/admin/people/${person.id}`)}>{person.fullName}</a> : person.fullName}
              {person.birthYear ? <small>{t.born(person.birthYear)}</small> : null}
            </th>
            <td data-label={words.account.username}>{person.username}</td>
            {showsContacts ? (
              <td data-label={words.signUp.contact}>
                {[person.phone, person.email].filter(Boolean).join(', ') || words.account.none}
              </td>
            ) : null}
            <td data-label={t.role}>{words.roles[person.role]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
