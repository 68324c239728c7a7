import { and, isNotNull, ne } from 'drizzle-orm'
import type { Tree } from '#app/requirements/standing/audience.ts'
import { reorganisationLinks, unitLines } from '#app/units/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/** The tree of all days: some ten thousand lines for a province, read in 50 ms or so; not for the loop that serves. */
export async function wholeTree(reads: Reads): Promise<Tree> {
  const lines: Map<string, Array<typeof unitLines.$inferSelect>> = new Map()
  for (const line of await reads.select().from(unitLines)) {
    const own = lines.get(line.unitId)
    if (own) own.push(line)
    else lines.set(line.unitId, [line])
  }
  const links = await reads
    .select({ fromId: reorganisationLinks.fromId, toId: reorganisationLinks.toId })
    .from(reorganisationLinks)
    .where(and(isNotNull(reorganisationLinks.toId), ne(reorganisationLinks.fromId, reorganisationLinks.toId)))
  const heirs: Map<string, string[]> = new Map()
  for (const { fromId, toId } of links)
    if (fromId !== null && toId !== null) heirs.set(fromId, [...(heirs.get(fromId) ?? []), toId])
  return { lines, heirs }
}
