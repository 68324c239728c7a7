import { and, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm'
import type { Tree } from '#app/requirements/standing/audience.ts'
import { inChunks } from '#app/units/in-chunks.ts'
import { reorganisationLinks, unitLines, units } from '#app/units/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/**
 * What stood above some units, day by day, and which units took over from them, and from those. One query for units that
 * were taken over twice at most, and one more for three times on.
 */
export async function treeOf(reads: Reads, unitIds: Iterable<string>): Promise<Tree> {
  const lines: Map<string, Line[]> = new Map()
  const heirs: Map<string, string[]> = new Map()
  for (let generation = [...new Set(unitIds)]; generation.length > 0; ) {
    for (const unitId of generation) lines.set(unitId, [])
    for (const chunk of inChunks(generation)) {
      for (const { unitId, toId, ...line } of await linesAndHeirs(reads, chunk)) {
        const above = lines.get(unitId) ?? []
        lines.set(unitId, above)
        if (!above.some((one) => isSame(one, line))) above.push(line)
        const known = heirs.get(unitId) ?? []
        if (toId !== null && !known.includes(toId)) heirs.set(unitId, [...known, toId])
      }
    }
    generation = [...new Set(generation.flatMap((unitId) => heirs.get(unitId) ?? []))].filter((id) => !lines.has(id))
  }
  return { lines, heirs }
}

type Line = { ancestorId: string; fromDay: string; toDay: string; depth: number }

function isSame(one: Line, other: Line): boolean {
  return one.ancestorId === other.ancestorId && one.fromDay === other.fromDay
}

/**
 * Each line of some units, of their heirs and of the heirs of those, beside each unit that took over: of most units none did,
 * of few more than one.
 */
function linesAndHeirs(reads: Reads, unitIds: string[]) {
  const { unitId, ancestorId, fromDay, toDay, depth } = unitLines
  const { fromId, toId } = reorganisationLinks
  const named = reads.select({ id: units.id }).from(units).where(inArray(units.id, unitIds))
  const heirs = () => reads.select({ id: sql<string>`${toId}` }).from(reorganisationLinks)
  const first = heirs().where(and(isHeir, inArray(fromId, unitIds)))
  const second = heirs().where(and(isHeir, inArray(fromId, first)))
  return reads
    .select({ unitId, ancestorId, fromDay, toDay, depth, toId })
    .from(unitLines)
    .leftJoin(reorganisationLinks, and(eq(fromId, unitId), isHeir))
    .where(inArray(unitId, named.union(first).union(second)))
}

const isHeir = and(isNotNull(reorganisationLinks.toId), ne(reorganisationLinks.fromId, reorganisationLinks.toId))
