import { and, asc, eq, exists, gt, gte, inArray, lte, ne, not, or, type SQL, sql } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { people } from '#app/people/schema.ts'
import type { StandingsAsked } from '#app/requirements/keeping/listed-standing.ts'
import type { WayToStandings } from '#app/requirements/keeping/ways-to-standings.server.ts'
import { standings } from '#app/requirements/schema.ts'
import { named } from '#app/units/memberships/way-to-people.server.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { unitLines } from '#app/units/schema.ts'
import { isSeen } from '#app/units/sight/is-seen.server.ts'
import type { Scope } from '#app/units/sight/sight.ts'
import { never } from '#app/units/unit.ts'

/** `after`: sort key, person and requirement of the last that was shown. */
export type Bounds = { after: string | null; most: number }

/** The query for the first of a list, found in one way. Decides no permission for the unit itself. */
export function firstBy(scope: Scope, asked: StandingsAsked, way: WayToStandings, { after, most }: Bounds) {
  return standingsBy(scope, asked, way, following(after))
    .orderBy(
      // Sharp edge: SQLite walks an index for whatever is to be in its order, however few of its rows fit.
      way.by === 'walk' ? asc(standings.sortKey) : asc(sql`${standings.sortKey} || ''`),
      asc(standings.personId),
      asc(standings.requirementId),
    )
    .limit(most)
}

/** The query for all of a list, in no order. */
export function standingsBy(scope: Scope, asked: StandingsAsked, way: WayToStandings, further?: SQL) {
  const { standing, requirementId } = asked
  const found = db.select(columns).from(standings).$dynamic()
  const isBelow = and(eq(unitLines.ancestorId, asked.unitId), onDay(unitLines, asked.day))
  const isThere = exists(
    db
      .select({ one: sql`1` })
      .from(unitLines)
      .where(and(isBelow, eq(unitLines.unitId, standings.unitId))),
  )
  const isNamed = named(asked.words)
  // Sharp edge: by a column itself SQLite takes the index of everybody's rows of that day, and looks each one's unit up.
  const by = (column: typeof standings.toDay | typeof standings.requirementId) =>
    way.by === 'gather' ? sql`${column} || ''` : sql`${column}`
  if (way.by === 'gather') found.innerJoin(unitLines, eq(unitLines.unitId, standings.unitId))
  if (isNamed) found.innerJoin(people, eq(people.id, standings.personId))
  return found.where(
    and(
      way.by === 'gather' ? isBelow : isThere,
      way.by === 'walk' ? isOf(way) : undefined,
      way.by === 'gather' ? not(or(...way.without.map(isOf)) ?? sql`1 = 0`) : undefined,
      way.by === 'names' ? inArray(standings.personId, way.personIds) : undefined,
      requirementId === undefined ? undefined : eq(by(standings.requirementId), requirementId),
      standing === undefined ? ne(standings.standing, 'not-due') : eq(standings.standing, standing),
      // What stands today has no end; whoever sees a unit today sees all who are in it today.
      asked.day === scope.day
        ? eq(by(standings.toDay), never)
        : and(lte(standings.fromDay, asked.day), gt(by(standings.toDay), asked.day), isSeen(scope, standings.personId)),
      isNamed,
      further,
    ),
  )
}

const columns = {
  personId: standings.personId,
  requirementId: standings.requirementId,
  standing: standings.standing,
  unitId: standings.unitId,
  dueDay: standings.dueDay,
  lateDay: standings.lateDay,
  doneDay: standings.doneDay,
  exceptionId: standings.exceptionId,
  sortKey: standings.sortKey,
}

function isOf({ requirementId, standing }: Pick<typeof standings.$inferSelect, 'requirementId' | 'standing'>) {
  return and(eq(standings.requirementId, requirementId), eq(standings.standing, standing))
}

function following(after: string | null): SQL | undefined {
  const [sortKey = '', personId = '', requirementId = ''] = after?.split('.') ?? []
  if (sortKey === '') return undefined
  const isSame = eq(standings.sortKey, sortKey)
  const isLaterPerson = and(isSame, gt(standings.personId, personId))
  const isLaterRow = and(isSame, eq(standings.personId, personId), gt(standings.requirementId, requirementId))
  return and(gte(standings.sortKey, sortKey), or(gt(standings.sortKey, sortKey), isLaterPerson, isLaterRow))
}
