import { and, asc, inArray } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { unitStates } from '#app/units/schema.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import type { UnitRole } from '#app/units/unit.ts'

export type OwnDesk = {
  /** Where somebody holds a role today, by name; none for administrators, who see everything. */
  units: Array<{ unitId: string; name: string; roles: UnitRole[] }>
  /** They read marks and papers of people there; an enterprise does not. */
  readsRecords: boolean
  /** They decide about exams and duplicates of these people; an auditor does not. */
  mayDecide: boolean
}

/** What somebody's roles open today, for the way in to it. Two queries at most. */
export async function ownDesk(who: Authority, now = new Date()): Promise<OwnDesk> {
  const { isEverything, grants, day } = await seenBy(who, dayOf(now))
  if (isEverything) return { units: [], readsRecords: true, mayDecide: true }
  const ids = [...new Set(grants.map(({ unitId }) => unitId))]
  const named = await db
    .select({ unitId: unitStates.unitId, name: unitStates.name })
    .from(unitStates)
    .where(and(inArray(unitStates.unitId, ids), onDay(unitStates, day)))
    .orderBy(asc(unitStates.name), asc(unitStates.unitId))
  const rolesAt = (unitId: string) => grants.filter((grant) => grant.unitId === unitId).map(({ role }) => role)
  const wider = grants.filter(({ sight }) => sight !== 'band')
  return {
    units: named.map((unit) => ({ ...unit, roles: [...new Set(rolesAt(unit.unitId))] })),
    readsRecords: wider.length > 0,
    mayDecide: wider.some(({ mayAct }) => mayAct),
  }
}
