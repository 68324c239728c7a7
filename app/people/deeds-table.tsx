import { formatMoment } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import type { Deed } from '#app/people/deeds-about.server.ts'
import { roles } from '#app/people/person.ts'

/** What was done to a person, by whom and why. */
export function DeedsTable({ deeds }: { deeds: Deed[] }) {
  const { administration } = useWords()
  const t = administration.person
  const locale = useLocale()
  const words: Record<string, string> = administration.deeds
  const change = useChange()
  if (deeds.length === 0)
    return (
      <section className="flow-s">
        <h2>{t.history}</h2>
        <p>{t.noHistory}</p>
      </section>
    )
  return (
    <section className="flow-s">
      <h2>{t.history}</h2>
      <table className="stack">
        <caption>{t.historyWhy}</caption>
        <thead>
          <tr>
            <th scope="col">{t.deed}</th>
            <th scope="col">{t.who}</th>
            <th scope="col">{t.when}</th>
          </tr>
        </thead>
        <tbody>
          {deeds.map((deed) => (
            <tr key={deed.id}>
              <th scope="row">
                {words[deed.verb] ?? deed.verb}
                {deed.after === null ? null : <small>{change(deed)}</small>}
                {deed.reason ? <small>{deed.reason}</small> : null}
              </th>
              <td data-label={t.who}>{deed.by === null ? t.operator : deed.by || t.gone}</td>
              <td data-label={t.when}>{formatMoment(deed.at, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Người học → Giảng viên; 0% → 50%. */
function useChange(): (deed: Deed) => string {
  const t = useWords().people.roles
  const roleNamed = (name: string) => roles.find((role) => role === name)
  const said = (verb: string, value: string) => {
    const role = verb === 'people.set-role' || verb === 'people.create' ? roleNamed(value) : undefined
    if (role) return t[role]
    return verb === 'attempts.allow-more-time' ? `${value}%` : value
  }
  return ({ verb, before, after }) =>
    [before, after].flatMap((value) => (value === null ? [] : [said(verb, value)])).join(' → ')
}
