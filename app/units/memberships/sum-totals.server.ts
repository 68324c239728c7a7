import { and, asc, eq, inArray, lte, or, sum } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { type Headcount, type HeadcountRow, sumOf } from '#app/units/memberships/headcount.ts'
import { headcountVersion } from '#app/units/memberships/headcount-version.server.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { rememberedWhile } from '#app/units/remembered-while.ts'
import { headcountChanges, unitLines } from '#app/units/schema.ts'
import { childrenOf } from '#app/units/tree/children-of.server.ts'

export type Totals = {
  all: Headcount
  /** Counted by the unit itself; who waits there is named apart. */
  own: Headcount
  children: Array<{ unitId: string; total: Headcount }>
}

const remembered = rememberedWhile<Totals>(headcountVersion)

/**
 * Sums the head-counts of a unit, whoever asks: decides no permission. A whole province is 85,000 changes, so each process
 * remembers what it summed until any head-count changes. One query when it is remembered, three when not; two for whoever
 * knows what stands directly below.
 */
export function sumTotals(unitId: string, day: Day, below?: readonly string[]): Promise<Totals> {
  return remembered(`${unitId} ${day}`, () => sumAnew(unitId, day, below))
}

async function sumAnew(unitId: string, day: Day, below?: readonly string[]): Promise<Totals> {
  const children = [...(below ?? (await childrenOf(unitId, day)))].sort()
  const rows = await countsIn(unitId, children, day)
  const of = (id: string) => sumOf(rows.filter((row) => row.unitId === id))
  return { all: sumOf(rows), own: of(unitId), children: children.map((id) => ({ unitId: id, total: of(id) })) }
}

/** What the unit itself counts, and what each of its children counts with all below it. */
async function countsIn(unitId: string, children: string[], day: Day): Promise<HeadcountRow[]> {
  const { category, isWaiting } = headcountChanges
  const itself = and(eq(unitLines.ancestorId, unitId), eq(unitLines.depth, 0))
  return db
    .select({
      unitId: unitLines.ancestorId,
      category,
      isWaiting,
      count: sum(headcountChanges.change).mapWith(Number),
    })
    .from(unitLines)
    .innerJoin(headcountChanges, eq(headcountChanges.unitId, unitLines.unitId))
    .where(
      and(or(inArray(unitLines.ancestorId, children), itself), onDay(unitLines, day), lte(headcountChanges.day, day)),
    )
    .groupBy(unitLines.ancestorId, category, isWaiting)
    .orderBy(asc(category))
}
