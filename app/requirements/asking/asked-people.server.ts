import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Day } from '#app/i18n/day.ts'
import { people } from '#app/people/schema.ts'
import { directlyBelow } from '#app/requirements/asking/goes-on-in.ts'
import type { RequirementRow } from '#app/requirements/asking/own-requirement.server.ts'
import { whoHasDone } from '#app/requirements/asking/who-has-done.server.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { mainMemberships, unitLines, unitStates } from '#app/units/schema.ts'
import { type Reads, stateColumns } from '#app/units/timelines.server.ts'
import type { StaffCategory, State } from '#app/units/unit.ts'

/** Somebody whom a requirement would ask on a day. */
export type AskedPerson = {
  fullName: string
  sortKey: string
  /** Directly below the unit that asks, or that unit itself: where they are counted. Null: elsewhere. */
  unit: State | null
  category: StaffCategory | null
  hasAddress: boolean
  hasDone: boolean
}

/** Where the people of units are counted, as far as it is known. */
export type Counting = Map<string, State | null>

/** What a preview tells of some people, at most 500, whom a requirement would ask: open accounts alone. Three queries at most. */
export async function askedPeople(
  reads: Reads,
  requirement: RequirementRow,
  personIds: readonly string[],
  day: Day,
  counting: Counting = new Map(),
): Promise<AskedPerson[]> {
  if (personIds.length === 0) return []
  const rows = await peopleOn(reads, personIds, day)
  const done = await whoHasDone(reads, requirement, personIds, day)
  const unitIds = new Set(rows.flatMap(({ unitId }) => unitId ?? []))
  const fresh = [...unitIds].filter((unitId) => !counting.has(unitId))
  await count(counting, reads, fresh, requirement.unitId, day)
  return rows.map(({ id, fullName, sortKey, email, phone, unitId, category }) => {
    const unit = unitId === null ? null : (counting.get(unitId) ?? null)
    const hasAddress = email !== null || phone !== null
    return { fullName, sortKey, unit, category, hasAddress, hasDone: done.has(id) }
  })
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

/** Below which unit the people of units are counted: worked out once a unit. One query, none where all are known. */
async function count(counting: Counting, reads: Reads, unitIds: string[], askingId: string, day: Day) {
  if (unitIds.length === 0) return
  const { unitId, ancestorId, depth, fromDay, toDay } = unitLines
  const rows = await reads
    .select({ line: { unitId, ancestorId, depth, fromDay, toDay }, state: stateColumns })
    .from(unitLines)
    .innerJoin(unitStates, and(eq(unitStates.unitId, ancestorId), onDay(unitStates, day)))
    .where(and(inArray(unitId, unitIds), onDay(unitLines, day)))
  const states = new Map(rows.map(({ state }) => [state.unitId, state]))
  const lines = new Map(unitIds.map((id) => [id, rows.flatMap(({ line }) => (line.unitId === id ? [line] : []))]))
  for (const id of unitIds) {
    const below = directlyBelow(id, askingId, { lines, heirs: new Map() }, day)
    counting.set(id, below === null ? null : (states.get(below) ?? null))
  }
}
