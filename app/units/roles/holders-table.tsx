import { formatDay } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import type { RoleHolder } from '#app/units/roles/roles-in.server.ts'
import { never } from '#app/units/unit.ts'

/** Who answers for a unit, since when and until when. */
export function HoldersTable({ holders }: { holders: RoleHolder[] }) {
  const { roles, desk, since, name } = useWords().units
  const t = desk.holders
  const [path, locale] = [usePath(), useLocale()]
  if (holders.length === 0) return <p role="status">{t.none}</p>
  return (
    <table className="stack">
      <caption>{t.title}</caption>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col">{t.role}</th>
          <th scope="col">{since}</th>
          <th scope="col">{t.until}</th>
        </tr>
      </thead>
      <tbody>
        {holders.map((held) => (
          <tr key={held.id}>
            <th scope="row">
              {desk.members.person(held.fullName, held.birthYear)}
              {held.mayEnd ? (
                <small>
                  <a href={path(`/roles/${held.id}`)}>
                    {t.end}
                    <span className="hide">: {held.fullName}</span>
                  </a>
                </small>
              ) : null}
            </th>
            <td data-label={t.role}>{roles[held.role]}</td>
            <td data-label={since}>{formatDay(held.fromDay, locale)}</td>
            <td data-label={t.until}>{held.toDay === never ? t.endless : formatDay(held.toDay, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
