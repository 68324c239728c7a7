import { db } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { concerning } from '#app/requirements/keeping/concerning.server.ts'
import { factsFor } from '#app/requirements/keeping/facts-for.ts'
import { knownRequirements } from '#app/requirements/keeping/known-requirements.server.ts'
import type { Published } from '#app/requirements/keeping/published.server.ts'
import { type PersonFacts, readPeople } from '#app/requirements/keeping/read-people.server.ts'
import { treeOf } from '#app/requirements/keeping/tree-of.server.ts'
import type { Clause } from '#app/requirements/requirement.ts'
import { type CourseAsked, coursesAsked } from '#app/requirements/standing/courses-asked.ts'
import type { Exception } from '#app/requirements/standing/facts.ts'
import { type StandingOn, standingOn } from '#app/requirements/standing/standing-on.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { sightOf } from '#app/units/sight/sight-of.server.ts'
import type { Reads } from '#app/units/timelines.server.ts'

export type OwnStanding = {
  requirement: Published
  stands: StandingOn
  /** What the turn asks for, in order. */
  courses: CourseAsked[]
  /** The waiver or pause that excuses. */
  excuse: Exception | null
}

/**
 * How a person stands to everything that is asked of them on a day, worked out now from the records: what the learner and
 * whoever looks at one person are shown. Null: not yours to see. For oneself one query where nobody can ask for anything,
 * two where nobody does, otherwise seven, and one more a generation of units that took over.
 */
export async function standingsOf(
  viewer: Authority,
  personId: string,
  day: Day,
  now = new Date(),
): Promise<OwnStanding[] | null> {
  if (!(await maySee(viewer, personId, now))) return null
  const concerned = await concerning(personId)
  const meant = concerned.size === 0 ? [] : (await knownRequirements()).flatMap((one) => meaning(one, concerned, day))
  const person = meant.length === 0 ? undefined : (await readPeople(db, [personId])).get(personId)
  return person ? stoodOn(db, meant, person, day) : []
}

type Meaning = { requirement: Published; clauses: Clause[] }

/** The requirement, with those of its clauses that may mean the person; none where it cannot. */
function meaning(requirement: Published, concerned: ReadonlySet<string>, day: Day): Meaning[] {
  if (requirement.fromDay > day) return []
  const clauses = requirement.clauses.filter(({ unitId }) => concerned.has(unitId))
  return clauses.length > 0 || concerned.has(requirement.id) ? [{ requirement, clauses }] : []
}

/** What is asked of a person on a day, by their facts; what is not asked is left out. Decides no permission. */
async function stoodOn(reads: Reads, meant: Meaning[], person: PersonFacts, day: Day): Promise<OwnStanding[]> {
  const units = [...person.places, ...meant.flatMap(({ clauses }) => clauses)].map(({ unitId }) => unitId)
  const tree = await treeOf(reads, units)
  return meant.flatMap(({ requirement, clauses }) => {
    const facts = factsFor({ ...requirement, clauses }, person, tree)
    const stands = standingOn(requirement, facts, day)
    if (stands.opensDay === null) return []
    const courses = coursesAsked(requirement, person.completed, stands.opensDay, day)
    const excuse = person.exceptions.find(({ id }) => id === stands.exceptionId) ?? null
    return [{ requirement, stands, courses, excuse }]
  })
}

async function maySee(viewer: Authority, personId: string, now: Date): Promise<boolean> {
  if (viewer !== 'command-line' && viewer.id === personId) return true
  return (await sightOf(await seenBy(viewer, dayOf(now)), personId)) !== null
}
