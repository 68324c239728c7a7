import { and, desc, eq } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { type Authority, mayAdminister } from '#app/people/person.ts'
import { type ListedRequirement, listedRequirement } from '#app/requirements/asking/listed-requirement.ts'
import { requirements } from '#app/requirements/schema.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { unitStates } from '#app/units/schema.ts'

/**
 * Everything that is asked by anybody, drafts and what ended too, the newest first; of one unit alone by its code of today.
 * Null: not an administrator, or no such unit.
 */
export async function allRequirements(
  who: Authority,
  unitCode: string | null = null,
  now = new Date(),
): Promise<ListedRequirement[] | null> {
  if (!mayAdminister(who)) return null
  const day = dayOf(now)
  const [unit] = unitCode === null ? [] : await unitsWithCode(unitCode, day)
  if (unitCode !== null && !unit) return null
  const rows = await db
    .select()
    .from(requirements)
    .where(unit ? eq(requirements.unitId, unit.unitId) : undefined)
    .orderBy(desc(requirements.createdAt), desc(requirements.id))
  return rows.map((row) => listedRequirement(row, day))
}

function unitsWithCode(code: string, day: string) {
  return db
    .select({ unitId: unitStates.unitId })
    .from(unitStates)
    .where(and(eq(unitStates.code, code), onDay(unitStates, day)))
}
