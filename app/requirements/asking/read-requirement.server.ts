import { eq } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { goesOnIn, isBelow } from '#app/requirements/asking/goes-on-in.ts'
import { type NameInRequirement, namesIn } from '#app/requirements/asking/names-in.server.ts'
import type { RequirementRow } from '#app/requirements/asking/own-requirement.server.ts'
import { touches } from '#app/requirements/asking/touches.ts'
import { treeOf } from '#app/requirements/keeping/tree-of.server.ts'
import { requirements } from '#app/requirements/schema.ts'
import type { Tree } from '#app/requirements/standing/audience.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import type { Scope } from '#app/units/sight/sight.ts'

export type ReadRequirement = {
  row: RequirementRow
  day: Day
  /** Knows the units of the clauses, the one that asks, and those of the viewer's roles. */
  tree: Tree
  /** This viewer changes, publishes and ends it. */
  mayKeep: boolean
  /** Whom it names, in the order of lists. */
  names: NameInRequirement[]
}

/**
 * A requirement, for whoever keeps it, and once it is published for whoever sees people whom it means. Null: not there, or
 * not this viewer's to see. Four queries, and one more where units were taken over three times.
 */
export async function readRequirement(
  viewer: Authority,
  requirementId: string,
  now: Date,
): Promise<ReadRequirement | null> {
  const day = dayOf(now)
  const [row] = await db.select().from(requirements).where(eq(requirements.id, requirementId))
  if (!row) return null
  const scope = await seenBy(viewer, day)
  const held = scope.grants.map(({ unitId }) => unitId)
  const tree = await treeOf(db, [row.unitId, ...row.clauses.map(({ unitId }) => unitId), ...held])
  const mayKeep = keeps(scope, row, tree)
  const names = await namesIn(requirementId, scope)
  const isOpen = row.publishedAt !== null && (sees(scope, row, tree) || names.some(({ isSeen }) => isSeen))
  return mayKeep || isOpen ? { row, day, tree, mayKeep, names } : null
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
