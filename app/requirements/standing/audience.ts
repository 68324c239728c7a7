import { addDays } from '#app/i18n/calendar.ts'
import type { Day } from '#app/i18n/day.ts'
import type { Clause, Requirement } from '#app/requirements/requirement.ts'
import { covers, earlierDay, laterDay, type Period } from '#app/units/period.ts'
import { never, type StaffCategory } from '#app/units/unit.ts'

/** A place of a person in a unit; `originId` is shared by the rows that reorganisations made of one place. */
export type Place = Period & {
  unitId: string
  originId: string
  category: StaffCategory
  /** Folded. */
  position: string
}

/** What of the tree is needed: every unit above a unit, itself at depth 0, and which units took over from one that ended. */
export type Tree = {
  lines: ReadonlyMap<string, ReadonlyArray<Period & { ancestorId: string; depth: number }>>
  heirs: ReadonlyMap<string, readonly string[]>
}

/**
 * When somebody is one of those whom a requirement is asked of, in order and without overlap: by their places, and while it
 * names them. Where a unit that is named ended (merged, split, dissolved), whoever was in it on its last day stays asked
 * wherever that place was carried, and in the units that took over; who was in those already is not asked.
 */
export function boundPeriods(
  requirement: Pick<Requirement, 'clauses' | 'fromDay' | 'toDay'>,
  person: { places: readonly Place[]; named: readonly Period[] },
  tree: Tree,
): Period[] {
  const byPlace = requirement.clauses.flatMap((clause) => meantBy(clause, person.places, tree))
  return joined(
    [...byPlace, ...person.named]
      .map((period) => common(period, requirement))
      .filter(({ fromDay, toDay }) => fromDay < toDay),
  )
}

function meantBy(clause: Clause, places: readonly Place[], tree: Tree): Period[] {
  const asked = places.filter((place) => asks(clause, place))
  const meant = asked.flatMap((place) => daysBelow(clause, place, tree))
  const endDay = endOf(clause.unitId, tree)
  if (endDay === never) return meant
  const lastDay = addDays(endDay, -1)
  const there = asked.filter((place) => daysBelow(clause, place, tree).some((days) => covers(days, lastDay)))
  if (there.length === 0) return meant
  const origins = new Set(there.map(({ originId }) => originId))
  const since = { fromDay: endDay, toDay: never }
  const later = places
    .map((place) => ({ ...place, ...common(place, since) }))
    .filter(({ fromDay, toDay }) => fromDay < toDay)
  const carried = later.filter((place) => origins.has(place.originId) && asks(clause, place))
  const heirs = (tree.heirs.get(clause.unitId) ?? []).filter((heir) => endOf(heir, tree) > endDay)
  return [...meant, ...carried, ...heirs.flatMap((unitId) => meantBy({ ...clause, unitId }, later, tree))]
}

function asks({ categories, positions }: Clause, { category, position }: Place): boolean {
  return (
    (categories.length === 0 || categories.includes(category)) &&
    (positions.length === 0 || positions.includes(position))
  )
}

function daysBelow({ unitId, withBelow }: Clause, place: Place, { lines }: Tree): Period[] {
  return (lines.get(place.unitId) ?? [])
    .filter(({ ancestorId, depth }) => ancestorId === unitId && (withBelow || depth === 0))
    .map((line) => common(line, place))
    .filter(({ fromDay, toDay }) => fromDay < toDay)
}

/** The day a unit stood no longer. */
function endOf(unitId: string, { lines }: Tree): Day {
  const own = (lines.get(unitId) ?? []).filter(({ ancestorId }) => ancestorId === unitId)
  return own.map(({ toDay }) => toDay).reduce(laterDay, '')
}

function common(a: Period, b: Period): Period {
  return { fromDay: laterDay(a.fromDay, b.fromDay), toDay: earlierDay(a.toDay, b.toDay) }
}

function joined(periods: readonly Period[]): Period[] {
  const result: Period[] = []
  for (const { fromDay, toDay } of [...periods].sort((a, b) => (a.fromDay < b.fromDay ? -1 : 1))) {
    const last = result.at(-1)
    if (last && fromDay <= last.toDay) last.toDay = laterDay(last.toDay, toDay)
    else result.push({ fromDay, toDay })
  }
  return result
}
