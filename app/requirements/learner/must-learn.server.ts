import { inArray } from 'drizzle-orm'
import { currentEditionsOf } from '#app/courses/current-editions-of.server.ts'
import type { Edition } from '#app/courses/edition.server.ts'
import { prerequisitesIn } from '#app/courses/programmes.server.ts'
import { db } from '#app/db/db.server.ts'
import type { CourseOf } from '#app/enrolments/courses-of.server.ts'
import { addDays, daysBetween } from '#app/i18n/calendar.ts'
import type { Day } from '#app/i18n/day.ts'
import type { Actor } from '#app/people/person.ts'
import { type OwnStanding, standingsOf } from '#app/requirements/keeping/standings-of.server.ts'
import type { AskedOfMe, Excuse } from '#app/requirements/learner/asked-of-me.ts'
import { inOrder } from '#app/requirements/learner/in-order.ts'
import { nextOfMine } from '#app/requirements/learner/next-of-mine.ts'
import { exceptions } from '#app/requirements/schema.ts'
import type { Standing } from '#app/requirements/standing/standing.ts'
import { never } from '#app/units/unit.ts'

/**
 * What somebody must learn, as the records say on a day: what is late first, then by due day, what is done last. `begun`:
 * their courses (`coursesOf`). One query where nobody can ask anything of them, two where nobody does, otherwise eight, and
 * one more where something is excused.
 */
export async function mustLearn(person: Actor, begun: readonly CourseOf[], day: Day): Promise<AskedOfMe[]> {
  const own = (await standingsOf(person, person.id, day)) ?? []
  const editions = await currentEditionsOf([...new Set(own.flatMap(courseIdsOf))])
  const reasons = await reasonsOf(own.flatMap(({ excuse }) => (excuse ? [excuse.id] : [])))
  return inOrder(own.flatMap((one) => told(one, { editions, reasons, begun, day })))
}

function courseIdsOf({ courses }: OwnStanding): string[] {
  return courses.map(({ courseId }) => courseId)
}

type Reason = { id: string; reason: string; documentNumber: string | null }

async function reasonsOf(ids: string[]): Promise<Map<string, Reason>> {
  if (ids.length === 0) return new Map()
  const { id, reason, documentNumber } = exceptions
  const rows = await db.select({ id, reason, documentNumber }).from(exceptions).where(inArray(exceptions.id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

type Known = {
  editions: ReadonlyMap<string, Edition>
  reasons: ReadonlyMap<string, Reason>
  begun: readonly CourseOf[]
  day: Day
}

function told(one: OwnStanding, known: Known): AskedOfMe[] {
  const { requirement, stands } = one
  const { standing, dueDay, lateDay, doneDay } = stands
  if (dueDay === null) return []
  const { id, title, unitName: askedBy, decisionNumber, decisionDay } = requirement
  const isInGrace = standing === 'soon' && known.day > dueDay && lateDay !== null
  return [
    {
      ...{ id, title, askedBy, decisionNumber, decisionDay, standing, dueDay, doneDay },
      daysLeft: daysBetween(known.day, dueDay),
      graceUntil: isInGrace ? addDays(lateDay, -1) : null,
      excuse: excuseOf(one, known.reasons),
      ...coursesOfMine(one, known),
    },
  ]
}

function excuseOf({ excuse }: OwnStanding, reasons: Known['reasons']): Excuse | null {
  if (!excuse || excuse.kind === 'extension') return null
  const untilDay = excuse.toDay === never ? null : addDays(excuse.toDay, -1)
  const { reason = '', documentNumber = null } = reasons.get(excuse.id) ?? {}
  return { kind: excuse.kind, untilDay, reason, documentNumber }
}

/** In their order, each with what it comes after; a course that is not there (any more) is left out. */
function coursesOfMine({ requirement, courses, stands }: OwnStanding, { editions, begun }: Known) {
  const mine = courses.flatMap(({ courseId, doneDay, isAgain }) => {
    const edition = editions.get(courseId)
    if (!edition) return []
    const { slug, sheet } = edition
    const isRenewal = isAgain && begun.some((one) => one.slug === slug && one.completedAt !== null)
    return [{ edition, slug, title: sheet.title, doneDay, isRenewal }]
  })
  const prerequisites = prerequisitesIn(requirement.programme)
  const after = (slug: string) => {
    const isAfter = ({ slug: other, doneDay }: (typeof mine)[number]) =>
      doneDay === null && prerequisites.get(slug)?.includes(other)
    return mine.filter(isAfter).map(({ title }) => title)
  }
  const first = isDone(stands.standing) ? undefined : mine.find(({ doneDay }) => doneDay === null)
  return {
    courses: mine.map(({ edition: _, ...course }) => ({ ...course, after: after(course.slug) })),
    next: first ? nextOfMine(first.edition, begun) : null,
  }
}

const isDone = (standing: Standing) => standing === 'done' || standing === 'done-late'
