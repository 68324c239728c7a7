import { eq, inArray } from 'drizzle-orm'
import { prerequisitesIn } from '#app/courses/programmes.server.ts'
import { courses, editions } from '#app/courses/schema.ts'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { goesOnIn } from '#app/requirements/asking/goes-on-in.ts'
import type { RequirementRow } from '#app/requirements/asking/own-requirement.server.ts'
import { type ReadRequirement, readRequirement } from '#app/requirements/asking/read-requirement.server.ts'
import { type RequirementState, stateOf } from '#app/requirements/asking/requirement-state.ts'
import type { Clause } from '#app/requirements/requirement.ts'
import type { Tree } from '#app/requirements/standing/audience.ts'
import { factsOn } from '#app/units/timeline.ts'
import { timelinesOf } from '#app/units/timelines.server.ts'
import type { State } from '#app/units/unit.ts'

export type UnitNow = {
  unitId: string
  name: string
  /** Of one that ended: the first day without it, and the units in which it goes on. */
  ended: { day: Day; in: Array<{ unitId: string; name: string }> } | null
}

export type RequirementPage = Omit<RequirementRow, 'courseIds' | 'renewalCourseIds' | 'clauses'> & {
  state: RequirementState
  /** This viewer changes, publishes and ends it. */
  mayKeep: boolean
  askedBy: UnitNow
  /** In their order; `after`: those of them that come before it, by title. */
  courses: Array<{ slug: string; title: string; after: string[] }>
  renewal: Array<{ slug: string; title: string }>
  clauses: Array<Pick<Clause, 'withBelow' | 'categories'> & { unit: UnitNow; positions: string[] }>
  /** People it names whom this viewer sees today, and how many it names in all. */
  named: Array<{ id: string; fullName: string; birthYear: number | null }>
  names: number
}

/**
 * A requirement as its page shows it: to whoever keeps it, and once it is published to whoever sees people whom it
 * means. Null: not there, or not this viewer's to see. Six queries, and one more where units were taken over three times.
 */
export async function requirementPage(
  viewer: Authority,
  requirementId: string,
  now = new Date(),
): Promise<RequirementPage | null> {
  const read = await readRequirement(viewer, requirementId, now)
  return read && pageOf(read)
}

/** What was read of a requirement, as its page shows it: two queries. Decides no permission. */
export async function pageOf({ row, day, tree, mayKeep, names }: ReadRequirement): Promise<RequirementPage> {
  const shown = row.clauses.map(({ unitId }) => unitId).concat(row.unitId)
  const timelines = await timelinesOf(db, [...shown, ...shown.flatMap((unitId) => goesOnIn(unitId, tree, day))])
  const { courseIds, renewalCourseIds, clauses, ...rest } = row
  const titles = await titlesOf([...courseIds, ...renewalCourseIds])
  const unitNow = (unitId: string) => told(unitId, timelines, tree, day)
  const seen = names.filter(({ isSeen }) => isSeen)
  return {
    ...rest,
    state: stateOf(row, day),
    mayKeep,
    askedBy: unitNow(row.unitId),
    courses: inOrder(
      row.programme,
      courseIds.flatMap((id) => titles.get(id) ?? []),
    ),
    renewal: renewalCourseIds.flatMap((id) => titles.get(id) ?? []),
    clauses: clauses.map(({ unitId, withBelow, categories, positions, positionNames }) => {
      return { unit: unitNow(unitId), withBelow, categories, positions: positionNames ?? positions }
    }),
    named: seen.map(({ id, fullName, birthYear }) => ({ id, fullName, birthYear })),
    names: names.length,
  }
}

function told(unitId: string, timelines: ReadonlyMap<string, State[]>, tree: Tree, day: Day): UnitNow {
  const states = timelines.get(unitId) ?? []
  const facts = factsOn(states, day)
  const nameOf = (id: string) => factsOn(timelines.get(id) ?? [], day)?.name ?? ''
  if (facts) return { unitId, name: facts.name, ended: null }
  const last = states.at(-1)
  const heirs = goesOnIn(unitId, tree, day).map((id) => ({ unitId: id, name: nameOf(id) }))
  return { unitId, name: last?.name ?? '', ended: { day: last?.toDay ?? day, in: heirs } }
}

function inOrder(programme: string | null, held: Array<{ slug: string; title: string }>) {
  const prerequisites = prerequisitesIn(programme)
  return held.map((course) => {
    const after = held.filter(({ slug }) => prerequisites.get(course.slug)?.includes(slug))
    return { ...course, after: after.map(({ title }) => title) }
  })
}

async function titlesOf(courseIds: string[]) {
  const rows = await db
    .select({ id: courses.id, slug: courses.slug, sheet: editions.sheet })
    .from(courses)
    .innerJoin(editions, eq(editions.id, courses.currentEditionId))
    .where(inArray(courses.id, courseIds))
  return new Map(rows.map(({ id, slug, sheet }) => [id, { slug, title: sheet.title }]))
}
