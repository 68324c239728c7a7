import type { AskedPerson } from '#app/requirements/asking/people-asked.server.ts'
import type { StaffCategory } from '#app/units/unit.ts'

export type Tally = {
  people: number
  /** Have done it already. */
  done: number
  /** Neither a phone number nor an e-mail address is known of them. */
  unreachable: number
  /** By the unit directly below the one that asks; itself for its own people; null: elsewhere. */
  units: Map<string | null, number>
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
  for (const { unitId, category } of people) {
    addOne(units, unitId)
    addOne(categories, category)
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

function addOne<Key>(counts: Map<Key, number>, key: Key) {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
