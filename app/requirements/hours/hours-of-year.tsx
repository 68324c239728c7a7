import { useWords } from '#app/i18n/words.tsx'
import type { HoursOn } from '#app/requirements/hours/hours-on.ts'
import { useHours } from '#app/requirements/hours/use-hours.ts'

type Props = {
  hours: Pick<HoursOn, 'year' | 'total' | 'byCategory' | 'provisional'> & {
    quota: { halfHours: number; basis: string | null; override: { approver: string; reason: string } | null } | null
  }
  categories: Record<string, string>
}

/** Hours against the quota: the figure, the bar, and the table that says the same. */
export function HoursOfYear({ hours, categories }: Props) {
  const { me: t, hours: words } = useWords()
  const said = useHours()
  const { year, quota, total, byCategory, provisional } = hours
  const left = (quota?.halfHours ?? 0) - total
  return (
    <section className="flow" aria-labelledby="hours-h">
      <h2 id="hours-h">{t.hoursHead(year)}</h2>
      <p>
        <span className="big">{said(total)}</span> {quota ? t.hoursOf(said(quota.halfHours)) : t.hoursOnly}
      </p>
      <HoursBar parts={byCategory} whole={Math.max(quota?.halfHours ?? 0, total, 1)} />
      {quota ? <p>{left > 0 ? t.hoursLeft(said(left)) : t.hoursEnough}</p> : null}
      {provisional > 0 ? <p>{words.provisional(said(provisional))}</p> : null}
      {byCategory.length > 0 ? <HoursTable hours={hours} categories={categories} /> : null}
      {quota?.override ? <p>{words.overridden(quota.override.approver, quota.override.reason)}</p> : null}
      {quota?.basis ? <p className="small soft">{t.basis(quota.basis)}</p> : null}
    </section>
  )
}

/** A piece for each category, side by side; the table says the same in words. */
function HoursBar({ parts, whole }: { parts: HoursOn['byCategory']; whole: number }) {
  return (
    <svg className="bars" aria-hidden="true" focusable="false">
      {parts.map((part, place) => (
        <rect
          key={part.category}
          className={colourOf(place)}
          x={`${(100 * parts.slice(0, place).reduce((sum, before) => sum + before.halfHours, 0)) / whole}%`}
          width={`${(100 * part.halfHours) / whole}%`}
          height="100%"
        />
      ))}
    </svg>
  )
}

function HoursTable({ hours, categories }: Pick<Props, 'hours' | 'categories'>) {
  const t = useWords().me
  const said = useHours()
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
            <td className="num">{said(part.halfHours)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t.sum}</th>
          <td className="num">{said(hours.total)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

const colours = ['c1', 'c2', 'c4', 'c5', 'c3'] as const

function colourOf(place: number) {
  return colours[place % colours.length] ?? 'c1'
}
