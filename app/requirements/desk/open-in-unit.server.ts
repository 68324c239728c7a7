import { and, count, eq, lte, sql, sum } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { aliases } from '#app/people/schema.ts'
import { isAskedIn } from '#app/requirements/exceptions/is-asked-in.server.ts'
import { exceptions, standingChanges, standingVersions } from '#app/requirements/schema.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { headcountVersions, unitLines, units } from '#app/units/schema.ts'

export type OpenInUnit = {
  /** How often somebody is late: once for each thing they are late with. */
  overdue: number
  /** Requests that wait for the viewer's answer. */
  requests: number
}

type Known = { figures: number; tree: number; overdue: number }

const mostRemembered = 200
const remembered = new Map<string, Known>()

/**
 * What is open in a unit and below it today, beside the links that lead there. One query: each process remembers who is late
 * until a figure or the tree changes, and the same query tells whether one did. Decides no permission: whoever is shown it
 * sees the people of the unit.
 */
export async function openInUnit(viewer: Authority, unitId: string, today: Day): Promise<OpenInUnit> {
  const key = `${unitId} ${today}`
  const known = remembered.get(key)
  const [row] = await readOpen(viewer, unitId, today, known)
  if (!row) return { overdue: 0, requests: 0 }
  const { figures, tree, requests } = row
  const overdue = row.overdue ?? known?.overdue ?? 0
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(key, { figures, tree, overdue })
  return { overdue, requests }
}

function readOpen(viewer: Authority, unitId: string, today: Day, known: Known | undefined) {
  const figures = sql<number>`coalesce(${standingVersions.version}, 0)`.mapWith(Number)
  const tree = sql<number>`coalesce(${headcountVersions.version}, 0)`.mapWith(Number)
  const isKnown = known ? and(eq(figures, known.figures), eq(tree, known.tree)) : sql`1 = 0`
  return db
    .select({
      ...{ figures, tree },
      overdue: sql<number | null>`case when ${isKnown} then null else ${lateIn(unitId, today)} end`.mapWith(Number),
      requests: sql<number>`${askedIn(viewer, unitId, today)}`.mapWith(Number),
    })
    .from(units)
    .leftJoin(standingVersions, eq(standingVersions.id, 1))
    .leftJoin(headcountVersions, eq(headcountVersions.id, 1))
    .where(eq(units.id, unitId))
}

function lateIn(unitId: string, today: Day) {
  return db
    .select({ people: sql`coalesce(${sum(standingChanges.change)}, 0)` })
    .from(unitLines)
    .innerJoin(standingChanges, eq(standingChanges.unitId, unitLines.unitId))
    .where(
      and(
        eq(unitLines.ancestorId, unitId),
        onDay(unitLines, today),
        eq(standingChanges.standing, 'overdue'),
        lte(standingChanges.day, today),
      ),
    )
}

function askedIn(viewer: Authority, unitId: string, today: Day) {
  const personId = sql`coalesce(${aliases.keptId}, ${exceptions.personId})`
  return db
    .select({ requests: count() })
    .from(exceptions)
    .leftJoin(aliases, eq(aliases.personId, exceptions.personId))
    .where(isAskedIn(viewer, personId, unitId, today))
}
