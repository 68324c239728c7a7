import { and, isNotNull, lte } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { reorganisationLinks, unitStates } from '#app/units/schema.ts'
import { type Link, successorsOf } from '#app/units/tree/successors.ts'

/**
 * The way from units of any time to those that stand on a day: ask it once, then each unit. Two queries.
 * Decides no permission: it tells ids alone, and the decrees are public.
 */
export async function resolveTo(day: Day): Promise<(unitId: string) => string[]> {
  const rows = await db
    .select({
      fromId: reorganisationLinks.fromId,
      toId: reorganisationLinks.toId,
      effectiveDay: reorganisationLinks.effectiveDay,
    })
    .from(reorganisationLinks)
    .where(and(isNotNull(reorganisationLinks.fromId), lte(reorganisationLinks.effectiveDay, day)))
  const linksFrom = new Map<string, Link[]>()
  for (const link of rows)
    if (link.fromId !== null && link.fromId !== link.toId)
      linksFrom.set(link.fromId, [...(linksFrom.get(link.fromId) ?? []), link])
  const standing = await db.select({ unitId: unitStates.unitId }).from(unitStates).where(onDay(unitStates, day))
  const alive = new Set(standing.map(({ unitId }) => unitId))
  return (unitId) => successorsOf(unitId, linksFrom, (id) => alive.has(id), day)
}
