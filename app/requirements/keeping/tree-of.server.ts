import { and, eq, inArray, isNotNull, ne } from 'drizzle-orm'
import type { Tree } from '#app/requirements/standing/audience.ts'
import { inChunks } from '#app/units/in-chunks.ts'
import { reorganisationLinks, unitLines } from '#app/units/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/** What stood above some units, day by day, and which units took over from them, and from those. One query, and one more a generation of heirs. */
export async function treeOf(reads: Reads, unitIds: Iterable<string>): Promise<Tree> {
  const lines: Map<string, Line[]> = new Map()
  const heirs: Map<string, string[]> = new Map()
  for (let generation = [...new Set(unitIds)]; generation.length > 0; ) {
    for (const unitId of generation) lines.set(unitId, [])
    for (const chunk of inChunks(generation)) {
      for (const { unitId, toId, ...line } of await linesAndHeirs(reads, chunk)) {
        const above = lines.get(unitId) ?? []
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

/** Each line of some units beside each unit that took over: of most units none did, of few more than one. */
function linesAndHeirs(reads: Reads, unitIds: string[]) {
  const { unitId, ancestorId, fromDay, toDay, depth } = unitLines
  const { fromId, toId } = reorganisationLinks
  return reads
    .select({ unitId, ancestorId, fromDay, toDay, depth, toId })
    .from(unitLines)
    .leftJoin(reorganisationLinks, and(eq(fromId, unitId), isNotNull(toId), ne(fromId, toId)))
    .where(inArray(unitId, unitIds))
}
