import { and, eq, inArray, lte, or, sum } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { type Figures, figuresFrom } from '#app/requirements/keeping/figures.ts'
import { standingChanges, standingVersions } from '#app/requirements/schema.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { rememberedWhile } from '#app/units/remembered-while.ts'
import { headcountVersions, unitLines } from '#app/units/schema.ts'
import { childrenOf } from '#app/units/tree/children-of.server.ts'

export type SummedFigures = {
  all: Figures
  /** Counted by the unit itself. */
  own: Figures
  children: Array<{ unitId: string; figures: Figures }>
}

const remembered = rememberedWhile<SummedFigures>(figuresVersion)

/**
 * Sums how people of a unit and all below it stood on a day, as it was reported, whoever asks: decides no permission. Each
 * process remembers what it summed until a figure or the tree changes. One query when it is remembered, three when not.
 */
export function sumFigures(unitId: string, day: Day): Promise<SummedFigures> {
  return remembered(`${unitId} ${day}`, () => sumAnew(unitId, day))
}

/** How often figures, or who stands above whom, have changed; nothing was ever noted: they are all empty. */
async function figuresVersion(): Promise<string> {
  const [row] = await db
    .select({ figures: standingVersions.version, tree: headcountVersions.version })
    .from(standingVersions)
    .leftJoin(headcountVersions, eq(headcountVersions.id, standingVersions.id))
  return row ? `${row.figures} ${row.tree ?? 0}` : ''
}

async function sumAnew(unitId: string, day: Day): Promise<SummedFigures> {
  const children = await childrenOf(unitId, day)
  const rows = await countsIn(unitId, children, day)
  const of = (id: string) => figuresFrom(rows.filter((row) => row.unitId === id))
  return {
    all: figuresFrom(rows),
    own: of(unitId),
    children: children.map((id) => ({ unitId: id, figures: of(id) })),
  }
}

/** What the unit itself counts, and what each of its children counts with all below it. */
function countsIn(unitId: string, children: string[], day: Day) {
  const { requirementId, standing } = standingChanges
  const itself = and(eq(unitLines.ancestorId, unitId), eq(unitLines.depth, 0))
  return db
    .select({
      unitId: unitLines.ancestorId,
      requirementId,
      standing,
      people: sum(standingChanges.change).mapWith(Number),
    })
    .from(unitLines)
    .innerJoin(standingChanges, eq(standingChanges.unitId, unitLines.unitId))
    .where(
      and(or(inArray(unitLines.ancestorId, children), itself), onDay(unitLines, day), lte(standingChanges.day, day)),
    )
    .groupBy(unitLines.ancestorId, requirementId, standing)
}
