import { and, eq } from 'drizzle-orm'
import { idsStatement } from '#app/db/ids-statement.server.ts'
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
import { covers } from '#app/units/period.ts'
import { mainMemberships } from '#app/units/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'
import { never } from '#app/units/unit.ts'

export type Look = Step & {
  /** Courses that were completed and are asked for anew. */
  again: Array<{ personId: string; courseId: string }>
}

/** What is to be written so that some people stand to some requirements as their facts say. Eight queries up to 512 people. */
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
async function countedBy(reads: Reads, personIds: readonly string[], day: Day) {
  const mains = await mainsOf(reads, personIds)
  const byPerson = new Map(mains.filter((main) => covers(main, day)).map((main) => [main.personId, main.unitId]))
  const open = (await accountsOf(reads, personIds)).filter(({ closedAt }) => closedAt === null)
  return open.map(({ id, sortKey }) => ({ id, sortKey, unitId: byPerson.get(id) ?? null }))
}

const notedOf = idsStatement((reads, isOneOfThem) =>
  reads
    .select()
    .from(standings)
    .where(and(isOneOfThem(standings.personId), eq(standings.toDay, never))),
)

const accountsOf = idsStatement((reads, isOneOfThem) =>
  reads
    .select({ id: people.id, sortKey: people.sortKey, closedAt: people.closedAt })
    .from(people)
    .where(isOneOfThem(people.id)),
)

const mainsOf = idsStatement((reads, isOneOfThem) => {
  const { personId, fromDay, toDay, unitId } = mainMemberships
  return reads.select({ personId, fromDay, toDay, unitId }).from(mainMemberships).where(isOneOfThem(personId))
})
