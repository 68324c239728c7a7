import type { Hours } from '#app/certificates/hours.ts'
import { formatNumber } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'

type Props = {
  year: number
  hours: Hours
  quota: { units: number; basis: string } | null
  categories: Record<string, string>
}

/** Hours against the quota: the figure, the bar, and the table that says the same. */
export function HoursOfYear({ year, hours, quota, categories }: Props) {
  const t = useWords().me
  const locale = useLocale()
  const whole = Math.max(quota?.units ?? 0, hours.total, 1)
  const left = (quota?.units ?? 0) - hours.total
  return (
    <section className="flow" aria-labelledby="hours-h">
      <h2 id="hours-h">{t.hoursHead(year)}</h2>
      <p>
        <span className="big">{formatNumber(hours.total, locale)}</span>{' '}
        {quota ? t.hoursOf(formatNumber(quota.units, locale)) : t.hoursOnly}
      </p>
      <HoursBar parts={hours.byCategory} whole={whole} />
      {quota ? <p>{left > 0 ? t.hoursLeft(formatNumber(left, locale)) : t.hoursEnough}</p> : null}
      {hours.byCategory.length > 0 ? <HoursTable hours={hours} categories={categories} /> : null}
      {quota ? <p className="small soft">{t.basis(quota.basis)}</p> : null}
    </section>
  )
}

/** A piece for each category, side by side; the table says the same in words. */
function HoursBar({ parts, whole }: { parts: Hours['byCategory']; whole: number }) {
  return (
    <svg className="bars" aria-hidden="true" focusable="false">
      {parts.map((part, place) => (
        <rect
          key={part.category}
          className={colourOf(place)}
          x={`${(100 * parts.slice(0, place).reduce((sum, before) => sum + before.hours, 0)) / whole}%`}
          width={`${(100 * part.hours) / whole}%`}
          height="100%"
        />
      ))}
    </svg>
  )
}

function HoursTable({ hours, categories }: Pick<Props, 'hours' | 'categories'>) {
  const t = useWords().me
  const locale = useLocale()
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t.category}</th>
          <th scope="col" className="num">
            {t.hoursColumn}
          </th>
        </tr>
      </thead>
      <tbody>
        {hours.byCategory.map((part, place) => (
          <tr key={part.category}>
            <td>
              <span className="legend">
                <span>
                  <svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">
                    <rect className={colourOf(place)} width="10" height="10" rx="2" />
                  </svg>
                  {categories[part.category] ?? part.category}
                </span>
              </span>
            </td>
            <td className="num">{formatNumber(part.hours, locale)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t.sum}</th>
          <td className="num">{formatNumber(hours.total, locale)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

const colours = ['c1', 'c2', 'c4', 'c5', 'c3'] as const

function colourOf(place: number) {
  return colours[place % colours.length] ?? 'c1'
}
