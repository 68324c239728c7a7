import type { Day } from '#app/i18n/day.ts'
import type { AskedPerson } from '#app/requirements/asking/asked-people.server.ts'
import type { Preview } from '#app/requirements/asking/preview.ts'
import { byTypeAndName } from '#app/units/tree/unit-names.ts'
import { type StaffCategory, type State, staffCategories } from '#app/units/unit.ts'

export type Tally = {
  people: number
  /** Have done it already. */
  done: number
  /** Neither a phone number nor an e-mail address is known of them. */
  unreachable: number
  /** By the unit directly below the one that asks; itself for its own people; null: elsewhere. */
  units: Map<string | null, { unit: State | null; people: number }>
  categories: Map<StaffCategory | null, number>
  /** The first by Vietnamese order. */
  first: Array<{ fullName: string; sortKey: string }>
}

const mostNamed = 10

export const emptyTally = (): Tally => ({
  people: 0,
  done: 0,
  unreachable: 0,
  units: new Map(),
  categories: new Map(),
  first: [],
})

/** The sum with some more people. */
export function withPeople(tally: Tally, people: readonly AskedPerson[]): Tally {
  const { units, categories } = tally
  for (const { unit, category } of people) {
    const unitId = unit?.unitId ?? null
    units.set(unitId, { unit, people: (units.get(unitId)?.people ?? 0) + 1 })
    categories.set(category, (categories.get(category) ?? 0) + 1)
  }
  const named = [...tally.first, ...people.map(({ fullName, sortKey }) => ({ fullName, sortKey }))]
  return {
    people: tally.people + people.length,
    done: tally.done + people.filter(({ hasDone }) => hasDone).length,
    unreachable: tally.unreachable + people.filter(({ hasAddress }) => !hasAddress).length,
    units,
    categories,
    first: named.sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1)).slice(0, mostNamed),
  }
}

/** What is told of the sum, to whoever asks for a unit. */
export function previewFrom(tally: Tally, askingId: string, day: Day): Preview {
  const { people, done, unreachable, units, categories, first } = tally
  const below = [...units.values()].flatMap(({ unit, ...count }) =>
    unit === null || unit.unitId === askingId ? [] : [{ ...unit, ...count }],
  )
  return {
    ...{ day, people, done, unreachable },
    units: below.sort(byTypeAndName).map(({ unitId, name, ...count }) => ({ unitId, name, people: count.people })),
    own: units.get(askingId)?.people ?? 0,
    elsewhere: units.get(null)?.people ?? 0,
    categories: staffCategories.flatMap((category) => {
      const count = categories.get(category)
      return count === undefined ? [] : [{ category, people: count }]
    }),
    names: first.map(({ fullName }) => fullName),
  }
}
