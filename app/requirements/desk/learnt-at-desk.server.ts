import { and, desc, eq, max, sql } from 'drizzle-orm'
import { attempts } from '#app/attempts/schema.ts'
import { certificates } from '#app/certificates/schema.ts'
import { editions } from '#app/courses/schema.ts'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { isOfPerson } from '#app/people/folded.server.ts'
import type { LearnerAtDesk, LearnerStanding } from '#app/requirements/desk/learner-at-desk.server.ts'
import { bandOf, type ScoreBand } from '#app/requirements/desk/score-band.ts'
import { hoursOfOne } from '#app/requirements/hours/hours-of-one.server.ts'
import type { HoursOn } from '#app/requirements/hours/hours-on.ts'

export type LearntCourse = { id: string; title: string; day: Day; band: ScoreBand | null }

export type LearntAtDesk = {
  /** This year's; null: not for an enterprise to see. */
  hours: HoursOn | null
  /** Completed, the newest first: all that the viewer may look back on; to an enterprise what is asked of its people alone. */
  courses: LearntCourse[]
}

/** What somebody has learnt, as their manager sees it; for whoever was shown the person: decides no permission. Two queries. */
export async function learntAtDesk(
  { personId, day, isBand, historyFrom }: LearnerAtDesk,
  standings: readonly LearnerStanding[],
): Promise<LearntAtDesk> {
  const papers = await papersOf(personId)
  const asked = new Set(standings.flatMap(({ courses }) => courses.map(({ courseId }) => courseId)))
  const shown = papers
    .filter(({ replacedAt, revokedAt }) => replacedAt === null && revokedAt === null)
    .filter(({ facts, courseId }) => facts.completedOn >= (historyFrom ?? '') && (!isBand || asked.has(courseId)))
  return {
    hours: isBand ? null : await hoursOfOne(personId, papers, day),
    courses: shown.map(({ id, facts, credit }) => {
      return { id, title: facts.courseTitle, day: facts.completedOn, band: bandOf(credit) }
    }),
  }
}

/** Each paper with the best result of its exam. */
function papersOf(ownerId: string) {
  const { id, personId, editionId, facts, issuedAt, replacedAt, revokedAt } = certificates
  const best = db
    .select({ credit: max(attempts.credit) })
    .from(attempts)
    .where(and(eq(attempts.personId, personId), eq(attempts.editionId, editionId), eq(attempts.isPassed, true)))
  return db
    .select({
      ...{ id, facts, issuedAt, replacedAt, revokedAt },
      courseId: editions.courseId,
      credit: sql<number | null>`(${best})`.mapWith(Number),
    })
    .from(certificates)
    .innerJoin(editions, eq(editions.id, editionId))
    .where(isOfPerson(personId, ownerId))
    .orderBy(desc(issuedAt), desc(id))
}
