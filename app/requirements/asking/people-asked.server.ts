import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Day } from '#app/i18n/day.ts'
import { type AskedPerson, askedPeople, type Counting } from '#app/requirements/asking/asked-people.server.ts'
import type { RequirementRow } from '#app/requirements/asking/own-requirement.server.ts'
import { placesMeant } from '#app/requirements/asking/places-meant.server.ts'
import { earlierDay } from '#app/units/period.ts'
import type { Reads } from '#app/units/timelines.server.ts'
import { never } from '#app/units/unit.ts'

const peopleAtOnce = 250

/** A draft, with whom it names beside its clauses. */
export type Asking = { requirement: RequirementRow; named: readonly string[] }

export type SomeAsked = { people: AskedPerson[]; unitsDone: number; units: number }

/**
 * Whom a requirement would ask if it were published on a day, some hundred at once, each once: worked out by the same
 * functions as standings, however many they are. Between two steps others have their turn: reading SQLite never leaves it.
 */
export async function* peopleAsked(reads: Reads, { requirement, named }: Asking, day: Day): AsyncGenerator<SomeAsked> {
  const asked = asIfPublished(requirement, day)
  const counting: Counting = new Map()
  for await (const { personIds, ...progress } of inBatches(meant(reads, { requirement: asked, named }, day))) {
    yield { people: await askedPeople(reads, asked, personIds, day, counting), ...progress }
    await nextTurn()
  }
}

/** In force from the day on, and its window open: who has done it already is seen then. */
export function asIfPublished(requirement: RequirementRow, day: Day): RequirementRow {
  const { window } = requirement
  const open = window.kind === 'fixed' ? { ...window, opensDay: earlierDay(window.opensDay, day) } : window
  return { ...requirement, window: open, fromDay: day, toDay: never }
}

type Some = { personIds: string[]; unitsDone: number; units: number }

/** Whoever is named, then whoever has a place that a clause means; some come twice. */
async function* meant(reads: Reads, { requirement, named }: Asking, day: Day): AsyncGenerator<Some> {
  yield { personIds: [...named], unitsDone: 0, units: 0 }
  yield* placesMeant(reads, requirement, day)
}

/** Each id once, so many at a time, and the rest at the end; how far it is by the units looked through. */
async function* inBatches(lists: AsyncIterable<Some>): AsyncGenerator<Some> {
  const met = new Set<string>()
  const waiting: string[] = []
  let progress = { unitsDone: 0, units: 0 }
  for await (const { personIds, ...now } of lists) {
    progress = now
    for (const personId of personIds) {
      if (!met.has(personId)) waiting.push(personId)
      met.add(personId)
    }
    while (waiting.length >= peopleAtOnce) yield { personIds: waiting.splice(0, peopleAtOnce), ...progress }
  }
  if (waiting.length > 0) yield { personIds: waiting, ...progress }
}
