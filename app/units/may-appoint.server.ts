import type { Day } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { seenBy } from '#app/units/seen-by.server.ts'
import { sightOfUnit } from '#app/units/sight-of.server.ts'
import type { Reads } from '#app/units/timelines.server.ts'
import type { UnitRole } from '#app/units/unit.ts'

/**
 * Administrators give every role. Managers give all of them below their own unit, and in it those that answer to them:
 * training officer and trainer. Nobody else gives any.
 */
export async function mayAppoint(
  reads: Reads,
  who: Authority,
  { unitId, role }: { unitId: string; role: UnitRole },
  today: Day,
): Promise<boolean> {
  const scope = await seenBy(who, today, reads)
  if (scope.isEverything) return true
  const managed = scope.grants.filter((grant) => grant.role === 'manager')
  const answersToManager = role === 'training-officer' || role === 'trainer'
  if (managed.some((grant) => grant.unitId === unitId) && answersToManager) return true
  const above = managed.filter((grant) => grant.unitId !== unitId)
  return (await sightOfUnit({ ...scope, grants: above }, unitId, reads)) !== null
}
