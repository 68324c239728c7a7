import { and, inArray, isNull, or, type SQL } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { unitStates } from '#app/units/schema.ts'
import { isAboveSeen, isUnitSeen } from '#app/units/sight/is-seen.server.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import type { Scope } from '#app/units/sight/sight.ts'
import { stateColumns } from '#app/units/timelines.server.ts'
import { byTypeAndName } from '#app/units/tree/unit-names.ts'
import type { Facts } from '#app/units/unit.ts'

/** `depth` 0 has nothing above it that the viewer sees. */
export type TreeUnit = Facts & { unitId: string; depth: number }

/**
 * The tree as of a day, down to so many levels (a province has two thousand units below the second): parents before
 * children, siblings in the order of lists. Whoever holds roles sees what stands below them that day, and the way up.
 * A query for each level, and one.
 */
export async function treeAt(
  viewer: Authority,
  day: Day,
  { levels = Number.POSITIVE_INFINITY, today = day }: { levels?: number; today?: Day } = {},
): Promise<TreeUnit[]> {
  const scope = { ...(await seenBy(viewer, today)), day }
  const rows: Row[] = []
  let next = await seenRows(scope, isNull(unitStates.parentId))
  for (let level = 1; next.length > 0; level++) {
    rows.push(...next)
    if (level === levels) break
    next = await seenRows(scope, inArray(unitStates.parentId, idsOf(next)))
  }
  return inTreeOrder(rows)
}

type Row = Facts & { unitId: string }

function idsOf(rows: Row[]): string[] {
  return rows.map(({ unitId }) => unitId)
}

function seenRows(scope: Scope, which: SQL): Promise<Row[]> {
  const { unitId, code, name, type, parentId } = stateColumns
  const seen = scope.isEverything ? undefined : or(isUnitSeen(scope, unitId), isAboveSeen(scope, unitId))
  return db
    .select({ unitId, code, name, type, parentId })
    .from(unitStates)
    .where(and(onDay(unitStates, scope.day), which, seen))
}

function inTreeOrder(rows: Row[]): TreeUnit[] {
  const known = new Set(rows.map(({ unitId }) => unitId))
  const below = new Map<string | null, Row[]>()
  for (const row of rows.sort(byTypeAndName)) {
    const parent = row.parentId !== null && known.has(row.parentId) ? row.parentId : null
    const children = below.get(parent)
    if (children) children.push(row)
    else below.set(parent, [row])
  }
  const ordered: TreeUnit[] = []
  const walk = (parent: string | null, depth: number) => {
    for (const row of below.get(parent) ?? []) {
      ordered.push({ ...row, depth })
      walk(row.unitId, depth + 1)
    }
  }
  walk(null, 0)
  return ordered
}
