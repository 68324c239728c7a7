import { asc, inArray } from 'drizzle-orm'
import type { Picture } from '#app/units/reorganisations/withdrawal/trace.ts'
import { roleHoldings, unitAliases, unitSites } from '#app/units/schema.ts'
import { type Reads, timelinesOf } from '#app/units/timelines.server.ts'

/** The rows of some units as they are now; roles and sites of those that a decision ends. */
export async function pictureOf(reads: Reads, unitIds: readonly string[], ended: readonly string[]): Promise<Picture> {
  const timelines = await timelinesOf(reads, unitIds)
  const ending = ['', ...ended]
  return {
    states: [...timelines.values()].flat(),
    roles: await reads
      .select()
      .from(roleHoldings)
      .where(inArray(roleHoldings.unitId, ending))
      .orderBy(asc(roleHoldings.id)),
    sites: await reads.select().from(unitSites).where(inArray(unitSites.unitId, ending)).orderBy(asc(unitSites.id)),
    aliases: await reads
      .select()
      .from(unitAliases)
      .where(inArray(unitAliases.unitId, ['', ...unitIds]))
      .orderBy(asc(unitAliases.id)),
  }
}
