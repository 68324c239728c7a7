import { and, asc, eq, exists, gt, gte, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { people } from '#app/people/schema.ts'
import type { PeopleAsked, PeoplePage, UnitPerson } from '#app/units/memberships/unit-person.ts'
import { named, type Way, wayTo } from '#app/units/memberships/way-to-people.server.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { memberships, unitLines, unitStates } from '#app/units/schema.ts'
import { isSeen } from '#app/units/sight/is-seen.server.ts'
import type { Scope } from '#app/units/sight/sight.ts'

const onPage = 50

/**
 * A page of the people of a unit that somebody of this scope sees on the day: decides no permission for the unit itself.
 * Accounts that are closed, or wait for the end of an import, are not named. Four queries at most.
 */
export async function peoplePage(scope: Scope, asked: PeopleAsked, way?: Way): Promise<PeoplePage> {
  const { by, ids } = way ?? (await wayTo(asked))
  const isFromUnits = by === 'units'
  const belongs = lineOf(asked)
  const rows = await (isFromUnits ? fromUnits() : fromPeople())
    .where(
      and(
        isFromUnits ? belongs : exists(lines().where(and(belongs, eq(unitLines.unitId, memberships.unitId)))),
        onDay(memberships, asked.day),
        by === 'names' ? inArray(people.id, ids) : undefined,
        named(asked.words),
        by === 'memberships' ? inArray(memberships.id, ids) : undefined,
        by === 'walk' ? gte(people.sortKey, '') : undefined,
        isNull(people.closedAt),
        // Whoever sees a unit on a day sees everybody who is in it that day.
        scope.day === asked.day ? undefined : isSeen(scope, people.id),
        following(asked),
      ),
    )
    .orderBy(by === 'walk' ? asc(people.sortKey) : sql`${people.sortKey} || ''`, asc(people.id), asc(memberships.id))
    .limit(onPage + 1)
  return pageOf(rows, asked.day)
}

async function pageOf(rows: Row[], day: Day): Promise<PeoplePage> {
  const shown = rows.slice(0, onPage)
  const last = shown.at(-1)
  const next = rows.length > onPage && last ? `${last.sortKey}.${last.personId}.${last.membershipId}` : null
  const names = await namesOn(day, [...new Set(shown.map(({ unitId }) => unitId))])
  const named = shown.map(({ sortKey: _, ...person }) => ({ ...person, unitName: names.get(person.unitId) ?? '' }))
  return { people: named, next }
}

/** Looked up for those on the page alone: of everybody who is sorted it would take longer than to sort them. */
async function namesOn(day: Day, unitIds: string[]): Promise<Map<string, string>> {
  if (unitIds.length === 0) return new Map()
  const rows = await db
    .select({ unitId: unitStates.unitId, name: unitStates.name })
    .from(unitStates)
    .where(and(inArray(unitStates.unitId, unitIds), onDay(unitStates, day)))
  return new Map(rows.map(({ unitId, name }) => [unitId, name]))
}

/** Asks of each person, or of each membership that is meant, whether it is in the unit. */
function fromPeople() {
  return db.select(columns).from(people).innerJoin(memberships, eq(memberships.personId, people.id)).$dynamic()
}

/** Gathers everybody of the units, and sorts. */
function fromUnits() {
  return db
    .select(columns)
    .from(unitLines)
    .innerJoin(memberships, eq(memberships.unitId, unitLines.unitId))
    .innerJoin(people, eq(people.id, memberships.personId))
    .$dynamic()
}

function lines() {
  return db.select({ one: sql`1` }).from(unitLines).$dynamic()
}

const columns = {
  personId: people.id,
  fullName: people.fullName,
  birthYear: people.birthYear,
  membershipId: memberships.id,
  unitId: memberships.unitId,
  position: memberships.position,
  category: memberships.category,
  fromDay: memberships.fromDay,
  waitsFromId: memberships.waitsFromId,
  sortKey: people.sortKey,
}
type Row = Omit<UnitPerson, 'unitName'> & { sortKey: string }

function lineOf({ unitId, day, isDirect = false }: PeopleAsked): SQL | undefined {
  return and(eq(unitLines.ancestorId, unitId), onDay(unitLines, day), isDirect ? eq(unitLines.depth, 0) : undefined)
}

function following({ after }: PeopleAsked): SQL | undefined {
  const [sortKey = '', personId = '', membershipId = ''] = after?.split('.') ?? []
  if (sortKey === '') return undefined
  const isLaterPerson = and(eq(people.sortKey, sortKey), gt(people.id, personId))
  const isLaterPlace = and(eq(people.sortKey, sortKey), eq(people.id, personId), gt(memberships.id, membershipId))
  return and(gte(people.sortKey, sortKey), or(gt(people.sortKey, sortKey), isLaterPerson, isLaterPlace))
}
