import { formatDay, formatNumber } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import type { ListedRequirement } from '#app/requirements/asking/listed-requirement.ts'
import { windowWords } from '#app/requirements/asking/window-words.ts'
import { askedIn, type Figures } from '#app/requirements/keeping/figures.ts'

type Props = {
  title: string
  requirements: ListedRequirement[]
  none: string
  /** Who asks is told too: it is not the unit itself. */
  isOfOthers?: boolean
  /** How the people of the unit stand, by requirement; of those that are not there nothing is told. */
  figures: Figures
}

/** What is asked, until when, by which document, and how far it is. */
export function RequirementList({ title, requirements, none, isOfOthers = false, figures }: Props) {
  const t = useWords().asking
  const [locale, path] = [useLocale(), usePath()]
  if (requirements.length === 0)
    return (
      <section className="flow-s">
        <h2>{title}</h2>
        <p>{none}</p>
      </section>
    )
  return (
    <table className="stack">
      <caption>{title}</caption>
      <thead>
        <tr>
          {[t.list.what, t.list.until, t.list.paper, t.list.state, t.list.done].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {requirements.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <a href={path(`/requirements/${one.id}`)}>{one.title}</a>
              {isOfOthers ? <small>{t.list.askedBy(one.unitName)}</small> : null}
            </th>
            <td data-label={t.list.until}>{windowWords(one.window, t, locale)}</td>
            <td data-label={t.list.paper}>
              {one.decisionNumber ? t.page.paperOf(one.decisionNumber, formatDay(one.decisionDay, locale)) : '–'}
            </td>
            <td data-label={t.list.state}>{t.page.states[one.state]}</td>
            <td data-label={t.list.done}>
              <Done figure={figures[one.id]} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Done({ figure }: { figure: Figures[string] | undefined }) {
  const t = useWords().asking.list
  const locale = useLocale()
  if (!figure || askedIn(figure) === 0) return '–'
  const number = (value: number) => formatNumber(value, locale)
  const done = t.doneOf(number(figure.done + figure['done-late']), number(askedIn(figure) - figure.excused))
  return figure.overdue > 0 ? `${done}, ${t.late(number(figure.overdue))}` : done
}
