import type { Day } from '#app/i18n/day.ts'
import { formatNumber } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { filterQuery } from '#app/requirements/desk/list-address.ts'
import { percent } from '#app/requirements/desk/percent.ts'
import { StandingBar } from '#app/requirements/desk/standing-bar.tsx'
import { StandingLegend } from '#app/requirements/desk/standing-legend.tsx'
import { type Figure, rateOf } from '#app/requirements/keeping/figures.ts'

/** Of fewer people a rate says little. */
export const fewPeople = 10

export type SubUnit = { unitId: string; name: string; figure: Figure | null }

type Props = {
  units: SubUnit[]
  /** Counted by the unit itself. */
  own: Figure | null
  whole: Figure | null
  /** Of a day that is past. */
  day?: Day | undefined
  requirementId?: string | undefined
}

/** The units below one beside each other, by the share that is done, in the order of lists. */
export function SubUnits({ units, own, whole, day, requirementId }: Props) {
  const t = useWords().standings
  const path = usePath()
  const address = (unitId: string) => path(`/units/${unitId}/standings${filterQuery({ requirementId, day })}`)
  return (
    <>
      <StandingLegend />
      <table className="stack nums">
        <caption className="hide">{t.units}</caption>
        <thead>
          <tr>
            <th scope="col">{t.unit}</th>
            <th scope="col">
              <span className="hide">{t.chart}</span>
            </th>
            <th scope="col" className="num">
              {t.rate}
            </th>
            <th scope="col" className="num">
              {t.doneAll}
            </th>
            <th scope="col" className="num">
              {t.kinds.overdue}
            </th>
            <th scope="col" className="num">
              {t.kinds.excused}
            </th>
          </tr>
        </thead>
        <tbody>
          {units.map(({ unitId, name, figure }) => (
            <UnitRow key={unitId} name={name} href={address(unitId)} figure={figure} />
          ))}
          {own ? <UnitRow name={t.own} figure={own} /> : null}
        </tbody>
        {whole ? (
          <tfoot>
            <UnitRow name={t.whole} figure={whole} />
          </tfoot>
        ) : null}
      </table>
    </>
  )
}

function UnitRow({ name, href, figure }: { name: string; href?: string; figure: Figure | null }) {
  const t = useWords().standings
  const locale = useLocale()
  const rate = figure && rateOf(figure)
  const number = (value: number) => formatNumber(value, locale)
  const done = figure ? figure.done + figure['done-late'] : 0
  const all = figure ? done + figure.due + figure.soon + figure.overdue : 0
  return (
    <tr>
      <th scope="row">
        {href ? <a href={href}>{name}</a> : name}
        {rate === null ? <small>{t.noOne}</small> : all < fewPeople ? <small>{t.few}</small> : null}
      </th>
      <td className="wide">{figure ? <StandingBar figure={figure} /> : null}</td>
      <td data-label={t.rate} className="num">
        {rate === null ? '–' : percent(rate, locale)}
      </td>
      <td data-label={t.doneAll} className="num">
        {rate === null ? '–' : `${number(done)}/${number(all)}`}
      </td>
      <td data-label={t.kinds.overdue} className="num">
        {number(figure?.overdue ?? 0)}
      </td>
      <td data-label={t.kinds.excused} className="num">
        {number(figure?.excused ?? 0)}
      </td>
    </tr>
  )
}
