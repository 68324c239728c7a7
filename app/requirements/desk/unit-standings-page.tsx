import type { Day } from '#app/i18n/day.ts'
import { formatDay } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { RequirementFigures } from '#app/requirements/desk/requirement-figures.tsx'
import { SubUnits } from '#app/requirements/desk/sub-units.tsx'
import { sumOfFigures } from '#app/requirements/desk/sum-of-figures.ts'
import { toldApart } from '#app/requirements/desk/told-apart.ts'
import type { UnitStandings } from '#app/requirements/desk/unit-standings.server.ts'
import { askedIn } from '#app/requirements/keeping/figures.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import { SelectField } from '#app/units/desk/select-field.tsx'

const mostOpen = 5

type Props = { standings: UnitStandings; today: Day; requirementId?: string | undefined }

/** What is asked of the people of a unit, how they stand, and the units below beside each other. */
export function UnitStandingsPage({ standings, today, requirementId }: Props) {
  const t = useWords().standings
  const locale = useLocale()
  const path = usePath()
  const { unitId, requirements, unkept, day, mayName, namesFrom } = standings
  const past = day === today ? undefined : day
  const people = path(`/units/${unitId}/standings/people`)
  const isEmpty = requirements.length === 0 && unkept.length === 0
  const { first, rest } = folded(requirements)
  const card = (requirement: Counted) => (
    <RequirementFigures
      key={requirement.id}
      requirement={requirement}
      people={people}
      linked={mayName ? { day: past } : null}
    />
  )
  return (
    <>
      <p>{past ? t.reportedOn(formatDay(day, locale)) : t.now(formatDay(day, locale))}</p>
      {isEmpty ? (
        <Note title={t.noneTitle} role="status">
          <p>{t.noneWords}</p>
        </Note>
      ) : null}
      {unkept.map(({ id, title }) => (
        <Note key={id} kind="warn" icon="clock" title={t.unkept(title)}>
          <p>{t.unkeptWords}</p>
        </Note>
      ))}
      {mayName || namesFrom === null || isEmpty ? null : <p>{t.noNames(formatDay(namesFrom, locale))}</p>}
      {first.map(card)}
      {rest.length > 0 ? (
        <details>
          <summary>
            <Icon name="open" />
            {t.moreRequirements(rest.length)}
          </summary>
          <div className="flow">{rest.map(card)}</div>
        </details>
      ) : null}
      {standings.children.length > 0 && requirements.length > 0 ? (
        <Below standings={standings} past={past} requirementId={requirementId} />
      ) : null}
    </>
  )
}

type Counted = UnitStandings['requirements'][number]

/** What most are asked for stands open; of a province, whose units each ask for something, the rest is folded away. */
function folded(requirements: Counted[]): { first: Counted[]; rest: Counted[] } {
  if (requirements.length <= mostOpen + 1) return { first: requirements, rest: [] }
  const bySize = [...requirements].sort((a, b) => askedIn(b.figure) - askedIn(a.figure))
  return { first: bySize.slice(0, mostOpen), rest: bySize.slice(mostOpen) }
}

type BelowProps = { standings: UnitStandings; past: Day | undefined; requirementId: string | undefined }

function Below({ standings, past, requirementId }: BelowProps) {
  const { standings: t } = useWords()
  const path = usePath()
  const { unitId, requirements, own, children } = standings
  const all = Object.fromEntries(requirements.map(({ id, figure }) => [id, figure]))
  const units = children.map(({ figures, ...unit }) => ({ ...unit, figure: sumOfFigures(figures, requirementId) }))
  return (
    <section className="flow" aria-labelledby="units">
      <h2 id="units">{t.units}</h2>
      <p>
        {t.unitsWhy} {requirements.length > 1 && requirementId === undefined ? t.turnsWhy : null}
      </p>
      {requirements.length > 1 ? (
        <form className="find" method="get" action={`${path(`/units/${unitId}/standings`)}#units`}>
          {past ? <input type="hidden" name="day" value={past} /> : null}
          <SelectField
            name="requirement"
            label={t.unitsOf}
            empty={t.all}
            defaultValue={requirementId}
            options={toldApart(requirements).map(({ id, title }) => ({ value: id, label: title }))}
          />
          <button type="submit" className="btn">
            {t.list.show}
          </button>
        </form>
      ) : null}
      <SubUnits
        units={units}
        own={sumOfFigures(own, requirementId)}
        whole={sumOfFigures(all, requirementId)}
        day={past}
        requirementId={requirementId}
      />
    </section>
  )
}
