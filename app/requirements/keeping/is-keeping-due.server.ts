import { and, asc, eq, isNotNull, isNull, lte } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { isAnythingChanged } from '#app/people/changed-people.server.ts'
import { requirements, standings } from '#app/requirements/schema.ts'
import { never } from '#app/units/unit.ts'

/** Whether the keeper has anything to look at: facts, a requirement, or the calendar. Three small queries at most. */
export async function isKeepingDue(day: Day): Promise<boolean> {
  if (await isAnythingChanged()) return true
  const [fresh] = await db
    .select({ id: requirements.id })
    .from(requirements)
    .where(and(isNotNull(requirements.publishedAt), isNull(requirements.keptAt)))
    .limit(1)
  if (fresh) return true
  const [due] = await db
    .select({ personId: standings.personId })
    .from(standings)
    .where(and(eq(standings.toDay, never), lte(standings.changesDay, day)))
    .orderBy(asc(standings.changesDay))
    .limit(1)
  return due !== undefined
}
