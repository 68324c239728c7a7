import { and, eq, inArray } from 'drizzle-orm'
import type { Day } from '#app/i18n/day.ts'
import { people } from '#app/people/schema.ts'
import { coursesAgain } from '#app/requirements/keeping/courses-again.ts'
import { factsFor } from '#app/requirements/keeping/facts-for.ts'
import type { Published } from '#app/requirements/keeping/published.server.ts'
import { readPeople } from '#app/requirements/keeping/read-people.server.ts'
import { type Step, stepTo } from '#app/requirements/keeping/step.ts'
import { wantedRow } from '#app/requirements/keeping/wanted-rows.ts'
import { whoMayAsk } from '#app/requirements/keeping/who-may-ask.ts'
import { standings } from '#app/requirements/schema.ts'
import type { Tree } from '#app/requirements/standing/audience.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { mainMemberships } from '#app/units/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'
import { never } from '#app/units/unit.ts'

export type Look = Step & {
  /** Courses that were completed and are asked for anew. */
  again: Array<{ personId: string; courseId: string }>
}

/** What is to be written so that some people stand to some requirements as their facts say. Eight queries. */
export async function lookAt(
  reads: Reads,
  meant: readonly Published[],
  personIds: readonly string[],
  { day, tree }: { day: Day; tree: Tree },
): Promise<Look> {
  const facts = await readPeople(reads, personIds)
  const counted = await countedBy(reads, personIds, day)
  const isMeant = new Set(meant.map(({ id }) => id))
  const noted = (await notedOf(reads, personIds)).filter(({ requirementId }) => isMeant.has(requirementId))
  const mayAsk = whoMayAsk(
    meant.filter(({ toDay }) => toDay > day),
    tree,
  )
  const wanted = counted.flatMap((person) => {
    const own = facts.get(person.id)
    if (!own) return []
    const placed = { ...person, places: own.places }
    return mayAsk(own).flatMap((one) => wantedRow(one, placed, factsFor(one, own, tree), day) ?? [])
  })
  const step = stepTo(noted, wanted, day)
  return { ...step, again: coursesAgain(meant, facts, step.noted, day) }
}

/** Accounts that are closed, folded ones too, stand to nothing. */
function countedBy(reads: Reads, personIds: readonly string[], day: Day) {
  return reads
    .select({ id: people.id, sortKey: people.sortKey, unitId: mainMemberships.unitId, closedAt: people.closedAt })
    .from(people)
    .leftJoin(mainMemberships, and(eq(mainMemberships.personId, people.id), onDay(mainMemberships, day)))
    .where(inArray(people.id, [...personIds]))
    .then((rows) => rows.filter(({ closedAt }) => closedAt === null))
}

function notedOf(reads: Reads, personIds: readonly string[]) {
  return reads
    .select()
    .from(standings)
    .where(and(inArray(standings.personId, [...personIds]), eq(standings.toDay, never)))
}
