import { and, asc, eq, exists, gt, gte, inArray, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { isPostgres } from '#app/db/environment.server.ts'
import { oneOf } from '#app/db/one-of.server.ts'
import { weighedLast } from '#app/db/weighed-last.server.ts'
import { people } from '#app/people/schema.ts'
import type { StandingsAsked } from '#app/requirements/keeping/listed-standing.ts'
import type { WayToStandings } from '#app/requirements/keeping/way-to-standings.server.ts'
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
  const key = way.by === 'walk' ? people.sortKey : standings.sortKey
  return standingsBy(scope, asked, way, following(key, after))
    .orderBy(
      // Sharp edge: SQLite walks an index for whatever is to be in its order, however few of its rows fit.
      way.by === 'walk' ? asc(people.sortKey) : asc(sql`${standings.sortKey} || ''`),
      way.by === 'walk' ? asc(people.id) : asc(standings.personId),
      asc(standings.requirementId),
    )
    .limit(most)
}

/** The query for all of a list, in no order. */
export function standingsBy(scope: Scope, asked: StandingsAsked, way: WayToStandings, further?: SQL) {
  const { standing, requirementId } = asked
  const isBelow = and(eq(unitLines.ancestorId, asked.unitId), onDay(unitLines, asked.day))
  const isThere = exists(
    db
      .select({ one: sql`1` })
      .from(unitLines)
      .where(and(isBelow, eq(unitLines.unitId, standings.unitId))),
  )
  return from(way, asked).where(
    and(
      way.by === 'walk' ? eq(standings.personId, people.id) : undefined,
      way.by === 'gather' ? isGathered(isBelow) : isThere,
      way.by === 'names' ? inArray(standings.personId, way.personIds) : undefined,
      requirementId === undefined ? undefined : eq(standings.requirementId, requirementId),
      standing === undefined ? ne(standings.standing, 'not-due') : eq(standings.standing, standing),
      // What stands today has no end; whoever sees a unit today sees all who are in it today.
      asked.day === scope.day
        ? eq(standings.toDay, never)
        : and(
            lte(standings.fromDay, asked.day),
            gt(standings.toDay, asked.day),
            weighedLast(isSeen(scope, standings.personId)),
          ),
      weighedLast(named(asked.words)),
      further,
    ),
  )
}

function isGathered(isBelow: SQL | undefined) {
  if (!isPostgres) return and(isBelow, eq(standings.unitId, unitLines.unitId))
  return oneOf(standings.unitId, db.select({ unitId: unitLines.unitId }).from(unitLines).where(isBelow))
}

/** Sharp edge: of a cross join SQLite reads the table first that is written first; of any other, the one that it likes. */
function from({ by }: WayToStandings, { words }: StandingsAsked) {
  if (by === 'walk') return db.select(walked).from(people).crossJoin(standings).$dynamic()
  const found =
    by === 'gather' && !isPostgres
      ? db.select(columns).from(unitLines).crossJoin(standings).$dynamic()
      : db.select(columns).from(standings).$dynamic()
  return named(words) ? found.innerJoin(people, eq(people.id, standings.personId)) : found
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
const walked = { ...columns, sortKey: people.sortKey }

/** Whose name was taken away has no place in the order of names, and is in no list. */
function following(key: typeof people.sortKey | typeof standings.sortKey, after: string | null): SQL | undefined {
  const [sortKey = '', personId = '', requirementId = ''] = after?.split('.') ?? []
  if (sortKey === '') return gt(key, '')
  const isSame = eq(key, sortKey)
  const isLaterPerson = and(isSame, gt(standings.personId, personId))
  const isLaterRow = and(isSame, eq(standings.personId, personId), gt(standings.requirementId, requirementId))
  return and(gte(key, sortKey), or(gt(key, sortKey), isLaterPerson, isLaterRow))
}
