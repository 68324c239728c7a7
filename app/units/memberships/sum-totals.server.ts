import { and, asc, eq, inArray, lte, sum } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { type Headcount, type HeadcountRow, sumOf } from '#app/units/memberships/headcount.ts'
import { headcountVersion } from '#app/units/memberships/headcount-version.server.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { headcountChanges, unitLines, unitStates } from '#app/units/schema.ts'

export type Totals = {
  all: Headcount
  /** Counted by the unit itself; who waits there is named apart. */
  own: Headcount
  children: Array<{ unitId: string; total: Headcount }>
}

const mostRemembered = 200
const remembered = new Map<string, Promise<Totals>>()
let version = -1

/**
 * Sums the head-counts of a unit, whoever asks: decides no permission. A whole province is 85,000 changes, so each process
 * remembers what it summed until any head-count changes. One query when it is remembered, four when not.
 */
export async function sumTotals(unitId: string, day: Day): Promise<Totals> {
  const now = await headcountVersion()
  if (now !== version) remembered.clear()
  version = now
  const key = `${unitId} ${day}`
  const known = remembered.get(key)
  if (known) return known
  const summing = sumAnew(unitId, day)
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(key, summing)
  summing.catch(() => remembered.delete(key))
  return summing
}

async function sumAnew(unitId: string, day: Day): Promise<Totals> {
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
