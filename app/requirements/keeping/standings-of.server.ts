import { db } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { factsFor } from '#app/requirements/keeping/facts-for.ts'
import { type Published, publishedRequirements } from '#app/requirements/keeping/published.server.ts'
import { type PersonFacts, readPeople } from '#app/requirements/keeping/read-people.server.ts'
import { treeOf } from '#app/requirements/keeping/tree-of.server.ts'
import { type StandingOn, standingOn } from '#app/requirements/standing/standing-on.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { sightOf } from '#app/units/sight/sight-of.server.ts'
import type { Reads } from '#app/units/timelines.server.ts'

export type OwnStanding = { requirement: Published; stands: StandingOn }

/**
 * How a person stands to everything that is asked of them on a day, worked out now from the records: what the learner and
 * whoever looks at one person are shown. Null: not yours to see.
 */
export async function standingsOf(
  viewer: Authority,
  personId: string,
  day: Day,
  now = new Date(),
): Promise<OwnStanding[] | null> {
  if (!(await maySee(viewer, personId, now))) return null
  const person = (await readPeople(db, [personId])).get(personId)
  return person ? stoodOn(db, person, day) : null
}

/** What is asked of a person on a day, by their facts; what is not asked is left out. Decides no permission. */
async function stoodOn(reads: Reads, person: PersonFacts, day: Day): Promise<OwnStanding[]> {
  const all = (await publishedRequirements(reads)).filter(({ fromDay }) => fromDay <= day)
  const units = [...person.places, ...all.flatMap(({ clauses }) => clauses)].map(({ unitId }) => unitId)
  const tree = await treeOf(reads, units)
  return all
    .map((requirement) => ({ requirement, stands: standingOn(requirement, factsFor(requirement, person, tree), day) }))
    .filter(({ stands }) => stands.standing !== 'not-due')
}

async function maySee(viewer: Authority, personId: string, now: Date): Promise<boolean> {
  if (viewer !== 'command-line' && viewer.id === personId) return true
  return (await sightOf(await seenBy(viewer, dayOf(now)), personId)) !== null
}
