import { and, eq, inArray } from 'drizzle-orm'
import { certificates } from '#app/certificates/schema.ts'
import { editions } from '#app/courses/schema.ts'
import type { Day } from '#app/i18n/day.ts'
import { aliases, people } from '#app/people/schema.ts'
import type { RequirementRow } from '#app/requirements/asking/own-requirement.server.ts'
import { completedFrom, type Paper } from '#app/requirements/keeping/completed-from.ts'
import { standingOn } from '#app/requirements/standing/standing-on.ts'
import type { Reads } from '#app/units/timelines.server.ts'
import { never } from '#app/units/unit.ts'

/** Of people whom a requirement would ask from a day on, those who would stand to it as done on that day. One query. */
export async function whoHasDone(
  reads: Reads,
  requirement: RequirementRow,
  personIds: readonly string[],
  day: Day,
): Promise<Set<string>> {
  const papers = new Map<string, Paper[]>()
  for (const { personId, keptId, ...paper } of await papersOf(reads, requirement, personIds)) {
    const owner = keptId ?? personId
    papers.set(owner, [...(papers.get(owner) ?? []), paper])
  }
  const bound = [{ fromDay: day, toDay: never }]
  const done = [...papers].filter(([, own]) => {
    const asked = { bound, completed: completedFrom(own), exceptions: [] }
    return standingOn(requirement, asked, day).standing.startsWith('done')
  })
  return new Set(done.map(([personId]) => personId))
}

/** Papers of the courses it asks for, of accounts that were folded into theirs too. */
function papersOf(reads: Reads, { courseIds, renewalCourseIds }: RequirementRow, personIds: readonly string[]) {
  const ids = [...personIds]
  const themselves = reads.select({ id: people.id }).from(people).where(inArray(people.id, ids))
  const folded = reads.select({ id: aliases.personId }).from(aliases).where(inArray(aliases.keptId, ids))
  const { id, personId, issuedAt, replacesId, revokedAt } = certificates
  return reads
    .select({ id, personId, issuedAt, replacesId, revokedAt, courseId: editions.courseId, keptId: aliases.keptId })
    .from(certificates)
    .innerJoin(editions, eq(editions.id, certificates.editionId))
    .leftJoin(aliases, eq(aliases.personId, certificates.personId))
    .where(
      and(
        inArray(certificates.personId, themselves.union(folded)),
        inArray(editions.courseId, [...courseIds, ...renewalCourseIds]),
      ),
    )
}
