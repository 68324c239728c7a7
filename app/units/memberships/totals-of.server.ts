import { and, asc, eq, inArray, lte, sum } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { type Headcount, type HeadcountRow, sumOf } from '#app/units/memberships/headcount.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { headcountChanges, unitLines, unitStates } from '#app/units/schema.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { sightOfUnit } from '#app/units/sight/sight-of.server.ts'

export type Totals = {
  all: Headcount
  /** Counted by the unit itself; who waits there is named apart. */
  own: Headcount
  children: Array<{ unitId: string; total: Headcount }>
}

/**
 * How many people a unit had on a day, each counted once, by their main unit: `all` is the sum of `own` and the children.
 * Nobody when it did not stand that day. Two queries. Null: not this viewer's to see.
 */
export async function totalsOf(viewer: Authority, unitId: string, day: Day, today: Day = day): Promise<Totals | null> {
  const scope = await seenBy(viewer, today)
  if (!(await sightOfUnit({ ...scope, day }, unitId))) return null
  const children = await db
    .select({ unitId: unitStates.unitId })
    .from(unitStates)
    .where(and(eq(unitStates.parentId, unitId), onDay(unitStates, day)))
    .orderBy(asc(unitStates.unitId))
  const below = await countsBelow(
    children.map((child) => child.unitId),
    day,
  )
  const own = await countsOwn(unitId, day)
  return {
    all: sumOf([...own, ...below]),
    own: sumOf(own),
    children: children.map((child) => ({
      unitId: child.unitId,
      total: sumOf(below.filter((row) => row.unitId === child.unitId)),
    })),
  }
}

const { category, isWaiting, unitId: ofUnit } = headcountChanges
const counted = sum(headcountChanges.change).mapWith(Number)

function countsOwn(unitId: string, day: Day): Promise<HeadcountRow[]> {
  return db
    .select({ unitId: ofUnit, category, isWaiting, count: counted })
    .from(headcountChanges)
    .where(and(eq(ofUnit, unitId), lte(headcountChanges.day, day)))
    .groupBy(ofUnit, category, isWaiting)
    .orderBy(asc(category))
}

async function countsBelow(unitIds: string[], day: Day): Promise<HeadcountRow[]> {
  if (unitIds.length === 0) return []
  return db
    .select({ unitId: unitLines.ancestorId, category, isWaiting, count: counted })
    .from(unitLines)
    .innerJoin(headcountChanges, eq(ofUnit, unitLines.unitId))
    .where(and(inArray(unitLines.ancestorId, unitIds), onDay(unitLines, day), lte(headcountChanges.day, day)))
    .groupBy(unitLines.ancestorId, category, isWaiting)
    .orderBy(asc(category))
}
