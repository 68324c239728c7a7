import { and, asc, eq, gt } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { rolesToGive } from '#app/units/roles/may-appoint.server.ts'
import { roleHoldings } from '#app/units/schema.ts'
import { type UnitActedFor, unitActedFor } from '#app/units/sight/unit-acted-for.server.ts'
import { type UnitRole, unitRoles } from '#app/units/unit.ts'

export type RoleHolder = {
  id: string
  fullName: string
  birthYear: number | null
  role: UnitRole
  fromDay: Day
  toDay: Day
  reason: string
  /** This viewer may take it back. */
  mayEnd: boolean
}
export type RolesIn = { unit: UnitActedFor; holders: RoleHolder[]; mayGive: readonly UnitRole[] }

/** Who answers for a unit now or later, and which roles this viewer gives there. Null: not this viewer's. Six queries. */
export async function rolesIn(who: Authority, unitId: string, now = new Date()): Promise<RolesIn | null> {
  const unit = await unitActedFor(who, unitId, now)
  if (!unit) return null
  const today = dayOf(now)
  const mayGive = await rolesToGive(db, who, unitId, today)
  const { id, role, fromDay, toDay, reason } = roleHoldings
  const rows = await db
    .select({ id, role, fromDay, toDay, reason, fullName: people.fullName, birthYear: people.birthYear })
    .from(roleHoldings)
    .innerJoin(people, eq(people.id, roleHoldings.personId))
    .where(and(eq(roleHoldings.unitId, unitId), gt(roleHoldings.toDay, today)))
    .orderBy(asc(people.sortKey), asc(roleHoldings.id))
  const holders = rows.map((row) => ({ ...row, mayEnd: mayGive.includes(row.role) }))
  return { unit, holders: holders.sort((a, b) => places.indexOf(a.role) - places.indexOf(b.role)), mayGive }
}

const places: readonly UnitRole[] = unitRoles
