import { and, asc, eq, gt, inArray, lte } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { weighedLast } from '#app/db/weighed-last.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { requirementPeople, standings } from '#app/requirements/schema.ts'
import { memberships, unitLines } from '#app/units/schema.ts'
import { never, type StaffCategory } from '#app/units/unit.ts'

/**
 * People of whom something is to be looked at again by the calendar, on that day or before. Sharp edge: PostgreSQL reads all
 * there are before it says which are distinct.
 */
export async function dueByCalendar(day: Day, most: number): Promise<string[]> {
  const rows = await db
    .select({ personId: standings.personId })
    .from(standings)
    .where(and(eq(standings.toDay, never), lte(standings.changesDay, day)))
    .orderBy(asc(standings.changesDay))
    .limit(most)
  return [...new Set(rows.map(({ personId }) => personId))]
}

type PeopleAsked = {
  requirementIds: string[]
  unitIds: string[]
  /** Of whom all of it is asked; empty: of everybody. */
  categories: StaffCategory[]
}

/**
 * People whom requirements may mean, in the order of their ids: who was ever below one of the units, whoever is named, and
 * whoever something was noted of. Sharp edge: by the columns themselves both engines take other indexes, and read and sort
 * everybody each time.
 */
export async function peopleMeant(
  { requirementIds, unitIds, categories }: PeopleAsked,
  { after, most }: { after: string; most: number },
): Promise<string[]> {
  const below = db.select({ unitId: unitLines.unitId }).from(unitLines).where(inArray(unitLines.ancestorId, unitIds))
  const isOfThem = categories.length === 0 ? undefined : inArray(memberships.category, categories)
  const [placed, named, noted] = [
    await db
      .selectDistinct({ personId: memberships.personId })
      .from(memberships)
      .where(and(gt(memberships.personId, after), weighedLast(and(inArray(memberships.unitId, below), isOfThem))))
      .orderBy(asc(memberships.personId))
      .limit(most),
    await db
      .selectDistinct({ personId: requirementPeople.personId })
      .from(requirementPeople)
      .where(and(gt(requirementPeople.personId, after), inArray(requirementPeople.requirementId, requirementIds)))
      .orderBy(asc(requirementPeople.personId))
      .limit(most),
    await db
      .selectDistinct({ personId: standings.personId })
      .from(standings)
      .where(
        and(
          gt(standings.personId, after),
          weighedLast(and(inArray(standings.requirementId, requirementIds), eq(standings.toDay, never))),
        ),
      )
      .orderBy(asc(standings.personId))
      .limit(most),
  ]
  const ids = [...placed, ...named, ...noted].map(({ personId }) => personId)
  return [...new Set(ids)].sort().slice(0, most)
}
