import { and, eq, inArray } from 'drizzle-orm'
import { certificates } from '#app/certificates/schema.ts'
import { editions } from '#app/courses/schema.ts'
import type { Day } from '#app/i18n/day.ts'
import { aliases } from '#app/people/schema.ts'
import type { RequirementRow } from '#app/requirements/asking/own-requirement.server.ts'
import { readPeople } from '#app/requirements/keeping/read-people.server.ts'
import { standingOn } from '#app/requirements/standing/standing-on.ts'
import type { Reads } from '#app/units/timelines.server.ts'
import { never } from '#app/units/unit.ts'

/** Of people whom a requirement would ask from a day on, those who would stand to it as done on that day. */
export async function whoHasDone(
  reads: Reads,
  requirement: RequirementRow,
  personIds: readonly string[],
  day: Day,
): Promise<Set<string>> {
  const some = await withPapersOf(reads, requirement, personIds)
  if (some.length === 0) return new Set()
  const facts = await readPeople(reads, some)
  const done = some.filter((personId) => {
    const completed = facts.get(personId)?.completed ?? []
    const asked = { bound: [{ fromDay: day, toDay: never }], completed, exceptions: [] }
    return standingOn(requirement, asked, day).standing.startsWith('done')
  })
  return new Set(done)
}

/** Most have no paper of these courses, and need not be looked at. Two queries. */
async function withPapersOf(
  reads: Reads,
  { courseIds, renewalCourseIds }: RequirementRow,
  personIds: readonly string[],
): Promise<string[]> {
  const folded = await reads
    .select({ personId: aliases.personId, keptId: aliases.keptId })
    .from(aliases)
    .where(inArray(aliases.keptId, [...personIds]))
  const keptBy = new Map(folded.map(({ personId, keptId }) => [personId, keptId]))
  const holders = await reads
    .selectDistinct({ personId: certificates.personId })
    .from(certificates)
    .innerJoin(editions, eq(editions.id, certificates.editionId))
    .where(
      and(
        inArray(certificates.personId, [...personIds, ...keptBy.keys()]),
        inArray(editions.courseId, [...courseIds, ...renewalCourseIds]),
      ),
    )
  return [...new Set(holders.map(({ personId }) => keptBy.get(personId) ?? personId))]
}
