import { formatDay } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import type { HoursFilter, HoursPage, PersonHours } from '#app/requirements/hours/hours-page.server.ts'
import { useHours } from '#app/requirements/hours/use-hours.ts'
import { Field } from '#app/ui/field.tsx'
import { SelectField } from '#app/units/desk/select-field.tsx'

type Props = { address: string; year: number; filter: HoursFilter; isFirst: boolean; page: HoursPage }

/** Who of a unit has the hours of the year, and who lacks some; by name, never by rank. */
export function UnitHours({ address, year, filter, isFirst, page }: Props) {
  const { unit: t } = useWords().hours
  const locale = useLocale()
  const to = (more: Record<string, string>) =>
    `${address}?${new URLSearchParams({ year: String(year), filter, ...more })}`
  return (
    <section className="flow">
      <form className="find" method="get" action={address}>
        <Field name="year" label={t.year} defaultValue={String(year)} inputMode="numeric" />
        <SelectField
          name="filter"
          label={t.filter}
          defaultValue={filter}
          options={(['all', 'below', 'met'] as const).map((value) => ({ value, label: t.filters[value] }))}
        />
        <button type="submit" className="btn main">
          {t.show}
        </button>
      </form>
      <p>
        {page.figures ? <strong>{t.figures(page.figures.below, page.figures.met)}</strong> : null}{' '}
        {t.asOf(formatDay(page.day, locale))}
      </p>
      {page.people.length === 0 ? <p role="status">{t.nobody}</p> : <HoursTable {...page} year={year} />}
      <p className="row">
        {isFirst ? null : (
          <a className="ic" href={to({})}>
            {t.first}
          </a>
        )}
        {page.next ? (
          <a className="ic" href={to({ after: page.next })}>
            {t.next}
          </a>
        ) : null}
      </p>
    </section>
  )
}

function HoursTable({ people, mayAct, year }: Pick<HoursPage, 'people' | 'mayAct'> & { year: number }) {
  const { unit: t } = useWords().hours
  const path = usePath()
  const said = useHours()
  return (
    <table className="stack">
      <caption className="hide">{t.title(year)}</caption>
      <thead>
        <tr>
          {[t.name, t.place, t.position, t.has, t.owes].map((heading) => (
            <th scope="col" key={heading}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {people.map(({ personId, fullName, unitName, position, hours }) => (
          <tr key={personId}>
            <th scope="row">{mayAct ? <a href={path(`/admin/people/${personId}/hours`)}>{fullName}</a> : fullName}</th>
            <td data-label={t.place}>{unitName}</td>
            <td data-label={t.position}>{position || '–'}</td>
            <td data-label={t.has}>
              <span>
                {said(hours.total)}
                {hours.provisional > 0 ? <small>{t.waits(said(hours.provisional))}</small> : null}
              </span>
            </td>
            <td data-label={t.owes}>
              <span>
                {said(hours.quota?.halfHours ?? 0)}
                <small>{lackOf(hours) > 0 ? t.lacks(said(lackOf(hours))) : t.enough}</small>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function lackOf({ quota, total }: PersonHours['hours']): number {
  return (quota?.halfHours ?? 0) - total
}
