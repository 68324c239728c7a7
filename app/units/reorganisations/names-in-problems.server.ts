import { inArray } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { type Authority, mayAdminister } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import type { Problem } from '#app/units/reorganisations/reorganisation.ts'
import { mayKnowUnit } from '#app/units/sight/may-know-unit.server.ts'
import { timelinesOf } from '#app/units/timelines.server.ts'

const mostNamed = 50

/** What the units and people are called that problems are about, by id: those that this actor may know of. */
export async function namesInProblems(who: Authority, problems: readonly Problem[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  const units = await timelinesOf(db, distinct(problems.map(({ unitId }) => unitId)))
  for (const [unitId, states] of units) if (await mayKnowUnit(who, unitId)) names.set(unitId, states.at(-1)?.name ?? '')
  const personIds = mayAdminister(who) ? distinct(problems.map(({ personId }) => personId)) : []
  const rows = await db
    .select({ id: people.id, fullName: people.fullName })
    .from(people)
    .where(inArray(people.id, ['', ...personIds]))
  for (const { id, fullName } of rows) names.set(id, fullName)
  return names
}

function distinct(ids: ReadonlyArray<string | undefined>): string[] {
  return [...new Set(ids.flatMap((id) => id ?? []))].slice(0, mostNamed)
}
