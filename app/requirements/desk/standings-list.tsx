import type { Day } from '#app/i18n/day.ts'
import { formatDay, formatNumber } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { countInList } from '#app/requirements/desk/count-in-list.ts'
import { filterQuery, type ListFilter } from '#app/requirements/desk/list-address.ts'
import { ListDeeds } from '#app/requirements/desk/list-deeds.tsx'
import { ListFilters } from '#app/requirements/desk/list-filters.tsx'
import { StandingsTable } from '#app/requirements/desk/standings-table.tsx'
import type { Figures } from '#app/requirements/keeping/figures.ts'
import type { StandingsPage } from '#app/requirements/keeping/listed-standing.ts'
import { Icon } from '#app/ui/icon.tsx'

type Props = {
  unitId: string
  page: StandingsPage
  filter: ListFilter & { day: Day }
  today: Day
  requirements: Array<{ id: string; title: string }>
  figures: Figures
}

/** The people behind a number: filters, what is taken away, the list, and its pages. */
export function StandingsList({ unitId, page, filter, today, requirements, figures }: Props) {
  const { standings: words, units } = useWords()
  const t = words.list
  const [locale, path] = [useLocale(), usePath()]
  const { day, after, ...chosen } = filter
  const past = day === today ? undefined : day
  const asked: ListFilter = { ...chosen, day: past }
  const unit = path(`/units/${unitId}`)
  const here = `${unit}/standings/people`
  const requirement = requirements.find(({ id }) => id === filter.requirementId)
  const titles = requirement ? undefined : new Map(requirements.map(({ id, title }) => [id, title]))
  const count = filter.words ? null : countInList(figures, chosen)
  return (
    <>
      {requirement ? <h2>{requirement.title}</h2> : null}
      <p>{past ? words.reportedOn(formatDay(day, locale)) : words.now(formatDay(day, locale))}</p>
      {past ? <p>{units.pastNames}</p> : null}
      <ListFilters action={here} filter={asked} requirements={requirements} />
      {count === null || count === 0 ? null : (
        <p>
          <strong>{counted(count)}</strong> {t.order}
        </p>
      )}
      {page.people.length === 0 ? (
        <p role="status">{filter.words ? t.nobodyFound : t.nobody}</p>
      ) : (
        <>
          <Take unit={unit} asked={asked} mayAct={page.mayAct} />
          {page.mayAct ? (
            <form className="flow" method="post" action={`${here}${filterQuery(asked)}`}>
              <ListDeeds
                isOfOne={requirement !== undefined}
                count={count}
                isLonger={after !== undefined || page.next !== null}
              />
              <StandingsTable people={page.people} unitId={unitId} day={day} titles={titles} mayPick />
            </form>
          ) : (
            <StandingsTable people={page.people} unitId={unitId} day={day} titles={titles} mayPick={false} />
          )}
        </>
      )}
      <nav className="row apart" aria-label={t.pages}>
        {after ? (
          <a className="ic" href={`${here}${filterQuery(asked)}`}>
            {t.first}
          </a>
        ) : null}
        {page.next ? (
          <a className="btn" href={`${here}${filterQuery({ ...asked, after: page.next })}`}>
            {t.next}
            <Icon name="next" />
          </a>
        ) : null}
      </nav>
    </>
  )

  function counted(rows: number): string {
    const number = formatNumber(rows, locale)
    return requirement || requirements.length < 2 ? t.count(number) : t.countTurns(number)
  }
}

/** The list as a file, and codes for those who were never in. */
function Take({ unit, asked, mayAct }: { unit: string; asked: ListFilter; mayAct: boolean }) {
  const t = useWords().standings.list
  return (
    <p className="row">
      <a className="btn" href={`${unit}/standings.xlsx${filterQuery(asked)}`}>
        <Icon name="down" />
        {t.excel}
      </a>
      <a className="btn" href={`${unit}/standings.csv${filterQuery(asked)}`}>
        <Icon name="down" />
        {t.csv}
      </a>
      {mayAct ? (
        <a className="btn" href={`${unit}/codes`}>
          <Icon name="print" />
          {t.codes}
        </a>
      ) : null}
    </p>
  )
}
