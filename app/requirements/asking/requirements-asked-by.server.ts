import { and, desc, eq, exists, sql } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { goesOnIn } from '#app/requirements/asking/goes-on-in.ts'
import { type ListedRequirement, listedRequirement } from '#app/requirements/asking/listed-requirement.ts'
import type { RequirementRow } from '#app/requirements/asking/own-requirement.server.ts'
import { touches } from '#app/requirements/asking/touches.ts'
import type { Figures } from '#app/requirements/keeping/figures.ts'
import { sumFigures } from '#app/requirements/keeping/sum-figures.server.ts'
import { treeOf } from '#app/requirements/keeping/tree-of.server.ts'
import { requirementPeople, requirements } from '#app/requirements/schema.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { memberships, unitLines } from '#app/units/schema.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { sightOfUnit } from '#app/units/sight/sight-of.server.ts'
import { factsOn } from '#app/units/timeline.ts'
import { timelinesOf } from '#app/units/timelines.server.ts'

export type RequirementsAskedBy = {
  unit: { unitId: string; name: string }
  /** This viewer may ask for the unit today. */
  mayAsk: boolean
  /** Asked by the unit, or by one that it took over from; drafts for who may act alone. */
  own: ListedRequirement[]
  /** Asked by others of people of the unit, or of units below it. */
  others: ListedRequirement[]
  /** How the people of the unit and of all below it stand today, by requirement. */
  figures: Figures
}

/** What is asked by a unit, and by others of its people, the newest first. Null: not this viewer's to see. Eleven queries, and two more for each time units took over. */
export async function requirementsAskedBy(
  viewer: Authority,
  unitId: string,
  now = new Date(),
): Promise<RequirementsAskedBy | null> {
  const day = dayOf(now)
  const sight = await sightOfUnit(await seenBy(viewer, day), unitId)
  const states = sight ? (await timelinesOf(db, [unitId])).get(unitId) : undefined
  if (!sight || !states) return null
  const unit = factsOn(states, day)
  const all = await db
    .select({ row: requirements, names: namesSomebodyOf(unitId, day) })
    .from(requirements)
    .orderBy(desc(requirements.createdAt), desc(requirements.id))
  const rows = all.map(({ row }) => row)
  const naming = new Set(all.flatMap(({ row, names }) => (names === 1 ? [row.id] : [])))
  const asking = rows.flatMap((row) => [row.unitId, ...row.clauses.map((clause) => clause.unitId)])
  const tree = await treeOf(db, [unitId, ...asking])
  const isOwn = (row: RequirementRow) => row.unitId === unitId || goesOnIn(row.unitId, tree, day).includes(unitId)
  const rest = rows.filter((row) => row.publishedAt !== null && !isOwn(row))
  const meant = (row: RequirementRow) =>
    naming.has(row.id) || row.clauses.some((clause) => touches(clause, unitId, tree, day))
  return {
    unit: { unitId, name: (unit ?? states.at(-1))?.name ?? '' },
    mayAsk: sight.mayAct && unit !== null,
    own: rows
      .filter((row) => isOwn(row) && (sight.mayAct || row.publishedAt !== null))
      .map((row) => listedRequirement(row, day)),
    others: rest.filter(meant).map((row) => listedRequirement(row, day)),
    figures: (await sumFigures(unitId, day)).all,
  }
}

/** Whether a requirement names somebody who is in the unit or below it. */
function namesSomebodyOf(unitId: string, day: Day) {
  const named = db
    .select({ one: sql`1` })
    .from(requirementPeople)
    .innerJoin(memberships, eq(memberships.personId, requirementPeople.personId))
    .innerJoin(unitLines, eq(unitLines.unitId, memberships.unitId))
    .where(
      and(
        eq(requirementPeople.requirementId, requirements.id),
        eq(unitLines.ancestorId, unitId),
        onDay(memberships, day),
        onDay(unitLines, day),
      ),
    )
  return sql<number>`case when ${exists(named)} then 1 else 0 end`.mapWith(Number)
}
