import { and, inArray, isNotNull, ne } from 'drizzle-orm'
import type { Tree } from '#app/requirements/standing/audience.ts'
import { inChunks } from '#app/units/in-chunks.ts'
import { reorganisationLinks, unitLines } from '#app/units/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/** What stood above some units, day by day, and which units took over from them, and from those. Two queries, and two more a generation of heirs. */
export async function treeOf(reads: Reads, unitIds: Iterable<string>): Promise<Tree> {
  const lines: Map<string, Array<{ ancestorId: string; fromDay: string; toDay: string; depth: number }>> = new Map()
  const heirs: Map<string, string[]> = new Map()
  for (let generation = [...new Set(unitIds)]; generation.length > 0; ) {
    for (const unitId of generation) lines.set(unitId, [])
    for (const chunk of inChunks(generation)) {
      const above = await reads.select().from(unitLines).where(inArray(unitLines.unitId, chunk))
      for (const line of above) lines.get(line.unitId)?.push(line)
      for (const { fromId, toId } of await linksFrom(reads, chunk))
        if (fromId !== null && toId !== null) heirs.set(fromId, [...(heirs.get(fromId) ?? []), toId])
    }
    generation = [...new Set(generation.flatMap((unitId) => heirs.get(unitId) ?? []))].filter((id) => !lines.has(id))
  }
  return { lines, heirs }
}

function linksFrom(reads: Reads, unitIds: string[]) {
  return reads
    .select({ fromId: reorganisationLinks.fromId, toId: reorganisationLinks.toId })
    .from(reorganisationLinks)
    .where(
      and(
        inArray(reorganisationLinks.fromId, unitIds),
        isNotNull(reorganisationLinks.toId),
        ne(reorganisationLinks.fromId, reorganisationLinks.toId),
      ),
    )
}
