import { and, asc, eq, inArray } from 'drizzle-orm'
import { prerequisitesIn } from '#app/courses/programmes.server.ts'
import { courses, editions } from '#app/courses/schema.ts'
import { db } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { goesOnIn, isBelow } from '#app/requirements/asking/goes-on-in.ts'
import type { RequirementRow } from '#app/requirements/asking/own-requirement.server.ts'
import { type RequirementState, stateOf } from '#app/requirements/asking/requirement-state.ts'
import { touches } from '#app/requirements/asking/touches.ts'
import { treeOf } from '#app/requirements/keeping/tree-of.server.ts'
import type { Clause } from '#app/requirements/requirement.ts'
import { requirementPeople, requirements } from '#app/requirements/schema.ts'
import type { Tree } from '#app/requirements/standing/audience.ts'
import { isSeen } from '#app/units/sight/is-seen.server.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import type { Scope } from '#app/units/sight/sight.ts'
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
 * means. Null: not there, or not this viewer's to see. Nine queries or so.
 */
export async function requirementPage(
  viewer: Authority,
  requirementId: string,
  now = new Date(),
): Promise<RequirementPage | null> {
  const day = dayOf(now)
  const [row] = await db.select().from(requirements).where(eq(requirements.id, requirementId))
  if (!row) return null
  const scope = await seenBy(viewer, day)
  const held = scope.grants.map(({ unitId }) => unitId)
  const tree = await treeOf(db, [row.unitId, ...row.clauses.map(({ unitId }) => unitId), ...held])
  const mayKeep = keeps(scope, row, tree)
  const names = await namedIn(requirementId, scope)
  if (!mayKeep && (row.publishedAt === null || (names.named.length === 0 && !sees(scope, row, tree)))) return null
  const shown = row.clauses.map(({ unitId }) => unitId).concat(row.unitId)
  const timelines = await timelinesOf(db, [...shown, ...shown.flatMap((unitId) => goesOnIn(unitId, tree, day))])
  const { courseIds, renewalCourseIds, clauses, ...rest } = row
  const titles = await titlesOf([...courseIds, ...renewalCourseIds])
  const unitNow = (unitId: string) => told(unitId, timelines, tree, day)
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
    ...names,
  }
}

function keeps({ isEverything, grants, day }: Scope, { unitId }: RequirementRow, tree: Tree): boolean {
  if (isEverything) return true
  const keeping = goesOnIn(unitId, tree, day)
  return grants.some((grant) => grant.mayAct && keeping.some((keeper) => isBelow(keeper, grant.unitId, tree, day)))
}

function sees({ grants, day }: Scope, { unitId, clauses }: RequirementRow, tree: Tree): boolean {
  const asking = goesOnIn(unitId, tree, day)
  return grants.some(
    (grant) =>
      asking.some((asker) => isBelow(asker, grant.unitId, tree, day)) ||
      clauses.some((clause) => touches(clause, grant.unitId, tree, day)),
  )
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

async function namedIn(requirementId: string, scope: Scope) {
  const isNamed = eq(requirementPeople.requirementId, requirementId)
  const all = await db.selectDistinct({ personId: requirementPeople.personId }).from(requirementPeople).where(isNamed)
  if (all.length === 0) return { named: [], names: 0 }
  const { id, fullName, birthYear, sortKey } = people
  const ids = all.map(({ personId }) => personId)
  const named = await db
    .select({ id, fullName, birthYear })
    .from(people)
    .where(and(inArray(id, ids), isSeen(scope, id)))
    .orderBy(asc(sortKey), asc(id))
  return { named, names: ids.length }
}
