import type { Day } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { sightOfUnit } from '#app/units/sight/sight-of.server.ts'
import type { Reads } from '#app/units/timelines.server.ts'
import { type UnitRole, unitRoles } from '#app/units/unit.ts'

/** Whether somebody gives, and takes back, this role in this unit today. */
export async function mayAppoint(
  reads: Reads,
  who: Authority,
  { unitId, role }: { unitId: string; role: UnitRole },
  today: Day,
): Promise<boolean> {
  return (await rolesToGive(reads, who, unitId, today)).includes(role)
}

/**
 * Administrators give every role. Managers give all of them below their own unit, and in it those that answer to them:
 * training officer and trainer. Nobody else gives any. Two queries at most.
 */
export async function rolesToGive(
  reads: Reads,
  who: Authority,
  unitId: string,
  today: Day,
): Promise<readonly UnitRole[]> {
  const scope = await seenBy(who, today, reads)
  if (scope.isEverything) return unitRoles
  const managed = scope.grants.filter((grant) => grant.role === 'manager')
  const above = managed.filter((grant) => grant.unitId !== unitId)
  if (await sightOfUnit({ ...scope, grants: above }, unitId, reads)) return unitRoles
  return managed.some((grant) => grant.unitId === unitId) ? ['training-officer', 'trainer'] : []
}
