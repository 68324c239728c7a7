import { and, eq, gt, gte } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { db, write } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { type Authority, auditIdOf, mayAdminister } from '#app/people/person.ts'
import { reasonOf } from '#app/people/reason.ts'
import { isDay } from '#app/units/day-shape.ts'
import type { MembershipProblem } from '#app/units/memberships/membership-form.ts'
import { unitSites } from '#app/units/schema.ts'
import { factsOn } from '#app/units/timeline.ts'
import { type Reads, timelinesOf } from '#app/units/timelines.server.ts'
import { never } from '#app/units/unit.ts'

export type Sites = { unitId: string; placeIds: string[]; fromDay: Day; reason: string }

/**
 * Says in which communes a unit stands from a day on: an industrial zone may lie in two. When a commune becomes another
 * the site stays as written; `resolveTo` leads to the commune of the day. Null: not this actor's to do.
 */
export function setSites(who: Authority, { unitId, placeIds, fromDay, reason }: Sites) {
  if (!mayAdminister(who)) return Promise.resolve(null)
  return write(async (tx): Promise<{ sites: number } | { problem: MembershipProblem }> => {
    const places = [...new Set(placeIds)]
    const problem = await sitesProblem(tx, { unitId, placeIds: places, fromDay, reason })
    if (problem) return { problem }
    const later = and(eq(unitSites.unitId, unitId), gte(unitSites.fromDay, fromDay))
    await tx.delete(unitSites).where(later)
    const open = and(eq(unitSites.unitId, unitId), gt(unitSites.toDay, fromDay))
    await tx.update(unitSites).set({ toDay: fromDay }).where(open)
    const rows = places.map((placeId) => ({ unitId, placeId, fromDay, toDay: never }))
    if (rows.length > 0) await tx.insert(unitSites).values(rows)
    await auditInTx(tx, auditIdOf(who), {
      verb: 'units.set-sites',
      subjectKind: 'unit',
      subjectId: unitId,
      after: { placeIds: places, fromDay },
      reason: reasonOf(reason),
    })
    return { sites: rows.length }
  })
}

/** What would stand in the way of `setSites`, or null; writes nothing. Null outright: not this actor's to do. */
export async function previewSites(who: Authority, form: Sites): Promise<{ problem: MembershipProblem | null } | null> {
  return mayAdminister(who) ? { problem: await sitesProblem(db, form) } : null
}

/** The unit and its places must stand on the first day. */
async function sitesProblem(
  reads: Reads,
  { unitId, placeIds, fromDay, reason }: Sites,
): Promise<MembershipProblem | null> {
  if (reasonOf(reason) === '') return 'reason-needed'
  if (!isDay(fromDay)) return 'day-wrong'
  const timelines = await timelinesOf(reads, [unitId, ...placeIds])
  const stand = [unitId, ...placeIds].every((id) => factsOn(timelines.get(id) ?? [], fromDay))
  return stand ? null : 'unit-not-alive'
}
