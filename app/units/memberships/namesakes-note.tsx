import { usePath, useWords } from '#app/i18n/words.tsx'
import { Note } from '#app/ui/note.tsx'

type Namesake = { id: string; fullName: string; birthYear: number | null; username: string }

/** Who of that name is there already, before another account is made for them. */
export function NamesakesNote({ unitId, namesakes }: { unitId: string; namesakes: Namesake[] }) {
  const t = useWords().units.desk.members
  const path = usePath()
  if (namesakes.length === 0) return null
  return (
    <Note kind="warn" role="status" title={t.namesakes}>
      <p>{t.namesakesWhy}</p>
      <ul className="plain">
        {namesakes.map(({ id, fullName, birthYear, username }) => (
          <li key={id}>
            <a className="ic" href={path(`/units/${unitId}/memberships?person=${id}`)}>
              {t.takeInstead(t.person(fullName, birthYear))}
            </a>{' '}
            <small>{username}</small>
          </li>
        ))}
      </ul>
    </Note>
  )
}
