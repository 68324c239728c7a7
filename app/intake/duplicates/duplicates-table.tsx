import { formatDay } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import type { DuplicateReason } from '#app/intake/duplicates/duplicate.ts'

type Side = { id: string; username: string; fullName: string; birthYear: number | null; createdOn: string }
type Props = {
  pairs: Array<{ one: Side; other: Side; reason: DuplicateReason; isCertain: boolean }>
  /** Whose page this is: the link leads to the comparison with the other of the two. */
  about?: string
}

/** Pairs of accounts that may be one person's, each leading to their comparison. */
export function DuplicatesTable({ pairs, about }: Props) {
  const t = useWords().duplicates
  const path = usePath()
  if (pairs.length === 0) return <p>{t.none}</p>
  return (
    <table className="stack">
      <caption>{t.count(pairs.length)}</caption>
      <thead>
        <tr>
          <th scope="col">{t.person}</th>
          <th scope="col">{t.account}</th>
          <th scope="col">{t.other}</th>
          <th scope="col">{t.reason}</th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ one, other, reason, isCertain }) => {
          const [here, there] = about === other.id ? [other, one] : [one, other]
          return (
            <tr key={`${one.id} ${other.id}`}>
              <th scope="row">
                {one.fullName}
                {other.fullName === one.fullName ? null : <small>{other.fullName}</small>}
                <small>
                  <a href={path(`/admin/people/${here.id}/merges?with=${there.id}`)}>
                    {t.comparison}
                    <span className="hide">: {`${one.username}, ${other.username}`}</span>
                  </a>
                </small>
              </th>
              <td data-label={t.account}>
                <Account {...one} />
              </td>
              <td data-label={t.other}>
                <Account {...other} />
              </td>
              <td data-label={t.reason}>
                <div>
                  {t.reasons[reason]}
                  <small>{isCertain ? t.certain : t.hint}</small>
                </div>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Account({ username, birthYear, createdOn }: Side) {
  const { duplicates: t, people } = useWords()
  const locale = useLocale()
  return (
    <div>
      {username}
      <small>
        {[birthYear ? people.admin.born(birthYear) : null, t.sinceDay(formatDay(createdOn, locale))]
          .filter(Boolean)
          .join(', ')}
      </small>
    </div>
  )
}
