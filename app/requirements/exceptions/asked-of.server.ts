import { and, eq, isNotNull } from 'drizzle-orm'
import type { Day } from '#app/i18n/day.ts'
import { factsFor } from '#app/requirements/keeping/facts-for.ts'
import type { Published } from '#app/requirements/keeping/published.server.ts'
import { readPeople } from '#app/requirements/keeping/read-people.server.ts'
import { treeOf } from '#app/requirements/keeping/tree-of.server.ts'
import { requirements } from '#app/requirements/schema.ts'
import type { Facts } from '#app/requirements/standing/facts.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/** A published requirement that holds on a day or later. Null: there is none. */
export async function requirementHolding(reads: Reads, id: string, day: Day): Promise<Published | null> {
  const [row] = await reads
    .select()
    .from(requirements)
    .where(and(eq(requirements.id, id), isNotNull(requirements.publishedAt)))
  return row && row.toDay > day ? row : null
}

/** What decides how each of some people (at most 500) stands to a requirement; without one, their exceptions alone. */
export async function factsOf(
  reads: Reads,
  personIds: readonly string[],
  requirement: Published | null,
): Promise<Map<string, Facts>> {
  const people = await readPeople(reads, personIds)
  if (!requirement)
    return new Map([...people].map(([id, { exceptions }]) => [id, { bound: [], completed: [], exceptions }]))
  const places = [...people.values()].flatMap((person) => person.places)
  const tree = await treeOf(
    reads,
    [...places, ...requirement.clauses].map(({ unitId }) => unitId),
  )
  return new Map([...people].map(([id, person]) => [id, factsFor(requirement, person, tree)]))
}
