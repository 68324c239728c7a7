import { formatDay, formatNumber } from '#app/i18n/day.ts'
import type { Locale, Messages } from '#app/i18n/messages.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import { filterQuery } from '#app/requirements/desk/list-address.ts'
import { percent } from '#app/requirements/desk/percent.ts'
import type { RequirementHead } from '#app/requirements/desk/requirement-head.ts'
import { StandingBar } from '#app/requirements/desk/standing-bar.tsx'
import { standingMarks } from '#app/requirements/desk/standing-marks.ts'
import { untilWhen } from '#app/requirements/desk/until-when.ts'
import { askedIn, type Figure, rateOf } from '#app/requirements/keeping/figures.ts'

type Props = {
  requirement: RequirementHead & { figure: Figure }
  /** The list of people. */
  people: string
  /** Null: names of this day are not shown. */
  linked: { day?: string | undefined } | null
}

/** One requirement: who asks, until when, and how many stand how, each number leading to the people. */
export function RequirementFigures({ requirement, people, linked }: Props) {
  const t = useWords().standings
  const locale = useLocale()
  const { id, title, unitName, decisionNumber, decisionDay, window, figure } = requirement
  return (
    <section className="card flow-s" aria-labelledby={`requirement-${id}`}>
      <h2 id={`requirement-${id}`}>{title}</h2>
      <p>
        <strong>{untilWhen(window, t, locale)}</strong>{' '}
        {t.askedBy(unitName, decisionNumber, formatDay(decisionDay, locale))}
      </p>
      <p>{shareDone(figure, t, locale)}</p>
      <StandingBar figure={figure} />
      {askedIn(figure) === 0 ? null : (
        <ul className="legend counts">
          {standingMarks.map(({ standing, colour }) => {
            const words = `${t.kinds[standing]}: ${formatNumber(figure[standing], locale)}`
            const address = `${people}${filterQuery({ requirementId: id, standing, ...linked })}`
            return (
              <li key={standing}>
                <svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">
                  <rect className={colour} width="10" height="10" rx="2" />
                </svg>
                {linked && figure[standing] > 0 ? <a href={address}>{words}</a> : <span>{words}</span>}
              </li>
            )
          })}
        </ul>
      )}
      {linked && askedIn(figure) > 0 ? (
        <p>
          <a className="ic" href={`${people}${filterQuery({ requirementId: id, ...linked })}`}>
            {t.seeAll(title)}
          </a>
        </p>
      ) : null}
    </section>
  )
}

function shareDone(figure: Figure, t: Messages['standings'], locale: Locale): string {
  const rate = rateOf(figure)
  if (rate === null) return askedIn(figure) === 0 ? t.nobodyLeft : t.onlyExcused
  const number = (value: number) => formatNumber(value, locale)
  const all = askedIn(figure) - figure.excused
  const share = t.doneOf(number(figure.done + figure['done-late']), number(all), percent(rate, locale))
  return figure.excused > 0 ? `${share} ${t.excusedToo(number(figure.excused))}` : share
}
