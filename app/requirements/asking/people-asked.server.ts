import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Day } from '#app/i18n/day.ts'
import { people } from '#app/people/schema.ts'
import { directlyBelow } from '#app/requirements/asking/goes-on-in.ts'
import type { RequirementRow } from '#app/requirements/asking/own-requirement.server.ts'
import { placesMeant } from '#app/requirements/asking/places-meant.server.ts'
import { whoHasDone } from '#app/requirements/asking/who-has-done.server.ts'
import { treeOf } from '#app/requirements/keeping/tree-of.server.ts'
import type { Tree } from '#app/requirements/standing/audience.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { earlierDay } from '#app/units/period.ts'
import { mainMemberships } from '#app/units/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'
import { never, type StaffCategory } from '#app/units/unit.ts'

/** Somebody whom a requirement would ask on a day. */
export type AskedPerson = {
  fullName: string
  sortKey: string
  /** Directly below the unit that asks, or that unit itself: where they are counted. Null: elsewhere. */
  unitId: string | null
  category: StaffCategory | null
  hasAddress: boolean
  hasDone: boolean
}

const peopleAtOnce = 250

/** A draft, with whom it names beside its clauses. */
export type Asking = { requirement: RequirementRow; named: readonly string[] }

/**
 * Whom a requirement would ask if it were published on a day, some hundred at once, each once: worked out by the same
 * functions as standings. Between two steps others have their turn: reading SQLite never leaves it.
 */
export async function* peopleAsked(
  reads: Reads,
  { requirement, named }: Asking,
  day: Day,
): AsyncGenerator<AskedPerson[]> {
  const asked = asIfPublished(requirement, day)
  const counting = new Map<string | null, string | null>([[null, null]])
  for await (const personIds of inBatches(personIdsMeant(reads, { requirement: asked, named }, day))) {
    const rows = await peopleOn(reads, personIds, day)
    const done = await whoHasDone(reads, asked, personIds, day)
    await count(counting, reads, rows, asked.unitId, day)
    yield rows.map(({ id, fullName, sortKey, email, phone, unitId, category }) => {
      const hasAddress = email !== null || phone !== null
      return { fullName, sortKey, unitId: counting.get(unitId) ?? null, category, hasAddress, hasDone: done.has(id) }
    })
    await nextTurn()
  }
}

/** In force from the day on, and its window open: who has done it already is seen then. */
function asIfPublished(requirement: RequirementRow, day: Day): RequirementRow {
  const { window } = requirement
  const open = window.kind === 'fixed' ? { ...window, opensDay: earlierDay(window.opensDay, day) } : window
  return { ...requirement, window: open, fromDay: day, toDay: never }
}

/** Whoever is named, then whoever has a place that a clause means; some come twice. */
async function* personIdsMeant(reads: Reads, { requirement, named }: Asking, day: Day): AsyncGenerator<string[]> {
  yield [...named]
  yield* placesMeant(reads, requirement, day)
}

/** Each id once, so many at a time. */
async function* inBatches(lists: AsyncIterable<string[]>): AsyncGenerator<string[]> {
  const met = new Set<string>()
  const waiting: string[] = []
  for await (const personIds of lists) {
    for (const personId of personIds) {
      if (!met.has(personId)) waiting.push(personId)
      met.add(personId)
    }
    while (waiting.length >= peopleAtOnce) yield waiting.splice(0, peopleAtOnce)
  }
  if (waiting.length > 0) yield waiting
}

function peopleOn(reads: Reads, personIds: readonly string[], day: Day) {
  const { id, fullName, sortKey, email, phone } = people
  const { unitId, category } = mainMemberships
  return reads
    .select({ id, fullName, sortKey, email, phone, unitId, category })
    .from(people)
    .leftJoin(mainMemberships, and(eq(mainMemberships.personId, people.id), onDay(mainMemberships, day)))
    .where(and(inArray(people.id, [...personIds]), isNull(people.closedAt)))
}

/** Below which unit the people of a unit are counted: worked out once a unit. */
async function count(
  counting: Map<string | null, string | null>,
  reads: Reads,
  rows: ReadonlyArray<{ unitId: string | null }>,
  askingId: string,
  day: Day,
) {
  const fresh = [...new Set(rows.map(({ unitId }) => unitId))].filter((unitId) => !counting.has(unitId))
  const unitIds = fresh.filter((unitId) => unitId !== null)
  if (unitIds.length === 0) return
  const tree: Tree = await treeOf(reads, unitIds)
  for (const unitId of unitIds) counting.set(unitId, directlyBelow(unitId, askingId, tree, day))
}
