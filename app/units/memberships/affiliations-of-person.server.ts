import { and, asc, eq, gte, lt } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Actor } from '#app/people/person.ts'
import { memberships, roleHoldings, unitStates } from '#app/units/schema.ts'
import { never } from '#app/units/unit.ts'

/** Where oneself belongs and belonged, and the roles one holds and held: `toDay` is the first day after, null without end. */
export async function affiliationsOfPerson({ id }: Actor) {
  const places = await db
    .select({ row: memberships, unit: unitStates.name })
    .from(memberships)
    .leftJoin(unitStates, namedOn(memberships))
    .where(eq(memberships.personId, id))
    .orderBy(asc(memberships.fromDay), asc(memberships.id))
  const roles = await db
    .select({ row: roleHoldings, unit: unitStates.name })
    .from(roleHoldings)
    .leftJoin(unitStates, namedOn(roleHoldings))
    .where(eq(roleHoldings.personId, id))
    .orderBy(asc(roleHoldings.fromDay), asc(roleHoldings.id))
  return {
    memberships: places.map(({ row, unit }) => {
      const { unitId, fromDay, toDay, position, category, reason, endReason, waitsFromId } = row
      const isWaiting = waitsFromId !== null
      return { unitId, unit, fromDay, toDay: endOf(toDay), position, category, isWaiting, reason, endReason }
    }),
    roles: roles.map(({ row: { unitId, role, fromDay, toDay, reason }, unit }) => {
      return { unitId, unit, role, fromDay, toDay: endOf(toDay), reason }
    }),
  }
}

/** The name that the unit had on the first day. */
function namedOn(held: typeof memberships | typeof roleHoldings) {
  return and(
    eq(unitStates.unitId, held.unitId),
    gte(held.fromDay, unitStates.fromDay),
    lt(held.fromDay, unitStates.toDay),
  )
}

function endOf(toDay: string): string | null {
  return toDay === never ? null : toDay
}
