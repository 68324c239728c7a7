import { and, eq, exists, inArray, sql } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { plannedOnce } from '#app/db/planned-once.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { type Authority, mayAdminister } from '#app/people/person.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { roleHoldings, unitLines, unitStates } from '#app/units/schema.ts'
import { grantOf, type Scope } from '#app/units/sight/sight.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/**
 * The one rule of who sees whom, on a day. Ask it once, then `sightOf` says "may this viewer?" and `isSeen` "which rows?".
 * Administrators see everyone's record; everybody else what the roles open that they hold on that day. At most one query.
 */
export async function seenBy(who: Authority, day: Day, reads: Reads = db): Promise<Scope> {
  if (who === 'command-line' || mayAdminister(who)) return { day, isEverything: true, grants: [] }
  const rows = await readHeld(reads, { personId: who.id, day })
  return { day, isEverything: false, grants: rows.map((row) => grantOf(row, row.inEnterprise === 1)) }
}

const day = sql.placeholder('day')

/** Asked for nearly every page of a desk. */
const readHeld = plannedOnce((reads: Reads) =>
  reads
    .select({
      unitId: roleHoldings.unitId,
      role: roleHoldings.role,
      fromDay: roleHoldings.fromDay,
      inEnterprise: sql<number>`case when ${exists(enterpriseAbove(reads))} then 1 else 0 end`.mapWith(Number),
    })
    .from(roleHoldings)
    .where(and(eq(roleHoldings.personId, sql.placeholder('personId')), onDay(roleHoldings, day))),
)

function enterpriseAbove(reads: Reads) {
  return reads
    .select({ one: sql`1` })
    .from(unitLines)
    .innerJoin(unitStates, eq(unitStates.unitId, unitLines.ancestorId))
    .where(
      and(
        eq(unitLines.unitId, roleHoldings.unitId),
        onDay(unitLines, day),
        onDay(unitStates, day),
        inArray(unitStates.type, ['doanh_nghiep', 'htx']),
      ),
    )
}
