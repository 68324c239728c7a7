import { inArray } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { changedInTx, everybody } from '#app/people/changed-in-tx.server.ts'
import { inChunks } from '#app/units/in-chunks.ts'
import { noteHeadcountsInTx } from '#app/units/memberships/headcount-version.server.ts'
import { unitLines } from '#app/units/schema.ts'
import { timelinesOf } from '#app/units/timelines.server.ts'
import { type Line, linesOf } from '#app/units/tree/line.ts'
import type { State } from '#app/units/unit.ts'

/** Inner step: brings the lines of units whose states changed, and of all that ever stood below them, up to the states. */
export async function redrawLinesInTx(tx: Transaction, changed: readonly string[]): Promise<void> {
  const affected = [...new Set([...changed, ...(await everBelow(tx, changed))])]
  const timelines = await withAllAbove(tx, affected)
  const standing = await linesInTx(tx, affected)
  const stale: string[] = []
  const fresh: Line[] = []
  for (const unitId of affected) {
    const lines = linesOf(unitId, timelines)
    if (isSame(standing.get(unitId) ?? [], lines)) continue
    stale.push(unitId)
    fresh.push(...lines)
  }
  for (const chunk of inChunks(stale)) await tx.delete(unitLines).where(inArray(unitLines.unitId, chunk))
  for (const chunk of inChunks(fresh)) await tx.insert(unitLines).values(chunk)
  if (stale.length > 0) await noteHeadcountsInTx(tx)
  // A unit that is only made has nobody yet whom it could matter to.
  if (stale.some((unitId) => standing.has(unitId))) await changedInTx(tx, [everybody])
}

async function everBelow(tx: Transaction, unitIds: readonly string[]): Promise<string[]> {
  const below: string[] = []
  for (const chunk of inChunks(unitIds)) {
    const rows = await tx
      .selectDistinct({ unitId: unitLines.unitId })
      .from(unitLines)
      .where(inArray(unitLines.ancestorId, chunk))
    below.push(...rows.map(({ unitId }) => unitId))
  }
  return below
}

/** The states of the units and of every unit that ever stood above them. */
async function withAllAbove(tx: Transaction, unitIds: readonly string[]): Promise<Map<string, State[]>> {
  const timelines = new Map<string, State[]>()
  let missing = [...unitIds]
  while (missing.length > 0) {
    const loaded = await timelinesOf(tx, missing)
    for (const unitId of missing) timelines.set(unitId, loaded.get(unitId) ?? [])
    const parents = [...loaded.values()].flat().flatMap(({ parentId }) => parentId ?? [])
    missing = [...new Set(parents)].filter((unitId) => !timelines.has(unitId))
  }
  return timelines
}

async function linesInTx(tx: Transaction, unitIds: readonly string[]): Promise<Map<string, Line[]>> {
  const lines = new Map<string, Line[]>()
  for (const chunk of inChunks(unitIds)) {
    const rows = await tx.select().from(unitLines).where(inArray(unitLines.unitId, chunk))
    for (const line of rows) lines.set(line.unitId, [...(lines.get(line.unitId) ?? []), line])
  }
  return lines
}

function isSame(a: Line[], b: Line[]): boolean {
  const keys = new Set(a.map(keyOf))
  return a.length === b.length && b.every((line) => keys.has(keyOf(line)))
}

function keyOf({ ancestorId, fromDay, toDay, depth }: Line): string {
  return `${ancestorId} ${fromDay} ${toDay} ${depth}`
}
