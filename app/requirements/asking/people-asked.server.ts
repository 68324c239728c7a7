import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Day } from '#app/i18n/day.ts'
import { people } from '#app/people/schema.ts'
import type { RequirementRow } from '#app/requirements/asking/own-requirement.server.ts'
import { factsFor } from '#app/requirements/keeping/facts-for.ts'
import { type PersonFacts, readPeople } from '#app/requirements/keeping/read-people.server.ts'
import { treeOf } from '#app/requirements/keeping/tree-of.server.ts'
import type { Clause } from '#app/requirements/requirement.ts'
import { requirementPeople } from '#app/requirements/schema.ts'
import type { Tree } from '#app/requirements/standing/audience.ts'
import { standingOn } from '#app/requirements/standing/standing-on.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { covers, earlierDay } from '#app/units/period.ts'
import { mainMemberships, memberships, unitLines } from '#app/units/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'
import { never, type StaffCategory } from '#app/units/unit.ts'

/** Somebody whom a requirement would ask on a day. */
export type AskedPerson = {
  fullName: string
  sortKey: string
  /** By which they are counted, and what stands above it on the day; null: none. */
  unit: { unitId: string; category: StaffCategory; above: ReadonlyMap<number, string> } | null
  hasAddress: boolean
  hasDone: boolean
}

type Lines = NonNullable<ReturnType<Tree['lines']['get']>>
type GrowingTree = { lines: Map<string, Lines>; heirs: Map<string, readonly string[]> }

const unitsAtOnce = 20
const peopleAtOnce = 250

/**
 * Whom a requirement would ask if it were published on a day, some hundred at once, each once: worked out by the same
 * functions as standings. Between two steps others have their turn: reading SQLite never leaves it.
 */
export async function* peopleAsked(reads: Reads, requirement: RequirementRow, day: Day): AsyncGenerator<AskedPerson[]> {
  const asked = asIfPublished(requirement, day)
  const tree: GrowingTree = { lines: new Map(), heirs: new Map() }
  for await (const personIds of candidates(reads, requirement, day)) {
    const facts = await readPeople(reads, personIds)
    const rows = await peopleOn(reads, personIds, day)
    const places = [...facts.values()].flatMap((own) => placesOn(own, day))
    const units = [...places, ...requirement.clauses].map(({ unitId }) => unitId)
    const counting = rows.flatMap(({ unitId }) => unitId ?? [])
    await addTo(tree, reads, [...units, ...counting])
    yield rows.flatMap((row) => {
      const own = facts.get(row.id)
      if (!own) return []
      const found = factsFor(asked, { ...own, places: placesOn(own, day) }, tree)
      if (!found.bound.some((period) => covers(period, day))) return []
      const { standing } = standingOn(asked, found, day)
      const { fullName, sortKey } = row
      const hasDone = standing === 'done' || standing === 'done-late'
      return [
        {
          fullName,
          sortKey,
          unit: unitOf(row, tree, day),
          hasAddress: row.email !== null || row.phone !== null,
          hasDone,
        },
      ]
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

/** Whoever is in one of the units of the clauses on the day, and whoever is named; each once. */
async function* candidates(reads: Reads, { id, clauses }: RequirementRow, day: Day): AsyncGenerator<string[]> {
  const [met, waiting] = [new Set<string>(), [] as string[]]
  const take = (personIds: readonly string[]) => {
    for (const personId of personIds) {
      if (met.has(personId)) continue
      met.add(personId)
      waiting.push(personId)
    }
  }
  const named = await reads
    .select({ personId: requirementPeople.personId })
    .from(requirementPeople)
    .where(eq(requirementPeople.requirementId, id))
  take(named.map(({ personId }) => personId))
  const unitIds = await unitsMeant(reads, clauses, day)
  for (let at = 0; at < unitIds.length; at += unitsAtOnce) {
    const there = await reads
      .selectDistinct({ personId: memberships.personId })
      .from(memberships)
      .where(and(inArray(memberships.unitId, unitIds.slice(at, at + unitsAtOnce)), onDay(memberships, day)))
    take(there.map(({ personId }) => personId))
    while (waiting.length >= peopleAtOnce) yield waiting.splice(0, peopleAtOnce)
  }
  while (waiting.length > 0) yield waiting.splice(0, peopleAtOnce)
}

async function unitsMeant(reads: Reads, clauses: readonly Clause[], day: Day): Promise<string[]> {
  const whole = clauses.filter(({ withBelow }) => withBelow).map(({ unitId }) => unitId)
  const below = await reads
    .selectDistinct({ unitId: unitLines.unitId })
    .from(unitLines)
    .where(and(inArray(unitLines.ancestorId, whole), onDay(unitLines, day)))
  return [...new Set([...below, ...clauses].map(({ unitId }) => unitId))]
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

function placesOn({ places }: PersonFacts, day: Day) {
  return places.filter((place) => covers(place, day))
}

function unitOf(
  { unitId, category }: { unitId: string | null; category: StaffCategory | null },
  { lines }: Tree,
  day: Day,
): AskedPerson['unit'] {
  if (unitId === null || category === null) return null
  const line = (lines.get(unitId) ?? []).filter((one) => covers(one, day))
  return { unitId, category, above: new Map(line.map(({ depth, ancestorId }) => [depth, ancestorId])) }
}

/** Reads what is not in the tree yet. */
async function addTo(tree: GrowingTree, reads: Reads, unitIds: string[]) {
  const missing = [...new Set(unitIds)].filter((unitId) => !tree.lines.has(unitId))
  if (missing.length === 0) return
  const read = await treeOf(reads, missing)
  for (const [unitId, lines] of read.lines) tree.lines.set(unitId, lines)
  for (const [unitId, heirs] of read.heirs) tree.heirs.set(unitId, heirs)
}
