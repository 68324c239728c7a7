import { and, asc, eq, exists, gt, gte, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
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
 * Accounts that are closed, or wait for the end of an import, are not named. Two queries, three with a name, and two more
 * where many such accounts stand in the way.
 */
export async function peoplePage(scope: Scope, asked: PeopleAsked, way?: Way): Promise<PeoplePage> {
  const chosen = way ?? (await wayTo(asked))
  if (chosen.by !== 'units') return pageOf(await rowsOf(scope, asked, chosen))
  const first = await firstInUnits(scope, asked)
  const rows = await rowsOf(scope, asked, { by: 'names', ids: first })
  const isMore = first.length === mostGathered
  if (rows.length > onPage || !isMore) return pageOf(rows)
  const open = await firstInUnits(scope, asked, isOpen)
  return pageOf(await rowsOf(scope, asked, { by: 'names', ids: open }), open.length === mostGathered)
}

function pageOf(rows: Array<UnitPerson & { sortKey: string }>, isMore = rows.length > onPage): PeoplePage {
  const shown = rows.slice(0, onPage)
  const last = shown.at(-1)
  const next = isMore && last ? `${last.sortKey}.${last.personId}.${last.membershipId}` : null
  return { people: shown.map(({ sortKey: _, ...person }) => person), next }
}

function rowsOf(scope: Scope, asked: PeopleAsked, { by, ids }: Way) {
  const isThere = exists(
    db
      .select({ one: sql`1` })
      .from(unitLines)
      .where(and(lineOf(asked), eq(unitLines.unitId, memberships.unitId))),
  )
  return db
    .select(columns)
    .from(people)
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .innerJoin(unitStates, and(eq(unitStates.unitId, memberships.unitId), onDay(unitStates, asked.day)))
    .where(
      and(
        isThere,
        by === 'names' ? inArray(people.id, ids) : undefined,
        by === 'memberships' ? inArray(memberships.id, ids) : undefined,
        by === 'walk' ? gte(people.sortKey, '') : undefined,
        onDay(memberships, asked.day),
        wanted(scope, asked),
        isOpen,
        following(asked),
      ),
    )
    .orderBy(by === 'walk' ? asc(people.sortKey) : sortedAnew, asc(people.id), asc(memberships.id))
    .limit(onPage + 1)
}

/** Sharp edge: SQLite walks the index of names, everybody in it, for whatever is to be in their order. */
const sortedAnew = sql`${people.sortKey} || ''`

/** A page, and some more: whoever the page before ended with may have more places. */
const mostGathered = onPage + 21

/**
 * Gathers everybody of the units and sorts them, in the index of memberships alone where nothing has to be known of the
 * people: to look at each takes ten times as long.
 */
async function firstInUnits(scope: Scope, asked: PeopleAsked, ofPeople?: SQL): Promise<string[]> {
  const [sortKey = '', personId = ''] = asked.after?.split('.') ?? []
  const isSame = and(eq(memberships.sortKey, sortKey), gte(memberships.personId, personId))
  const following = sortKey ? or(gt(memberships.sortKey, sortKey), isSame) : undefined
  const gathered = db
    .select({ id: memberships.personId })
    .from(unitLines)
    .innerJoin(memberships, eq(memberships.unitId, unitLines.unitId))
    .orderBy(asc(memberships.sortKey), asc(memberships.personId))
    .limit(mostGathered)
    .$dynamic()
  const fits = and(ofPeople, wanted(scope, asked))
  const whole = fits ? gathered.innerJoin(people, eq(people.id, memberships.personId)) : gathered
  const rows = await whole.where(and(lineOf(asked), onDay(memberships, asked.day), following, fits))
  return rows.map(({ id }) => id)
}

/** What has to be known of the people themselves. */
function wanted(scope: Scope, { day, words }: PeopleAsked): SQL | undefined {
  // Whoever sees a unit on a day sees everybody who is in it that day.
  const seen = scope.day === day ? undefined : isSeen(scope, people.id)
  return and(named(words), seen)
}

const isOpen = isNull(people.closedAt)

const columns = {
  personId: people.id,
  fullName: people.fullName,
  birthYear: people.birthYear,
  membershipId: memberships.id,
  unitId: memberships.unitId,
  unitName: unitStates.name,
  position: memberships.position,
  category: memberships.category,
  fromDay: memberships.fromDay,
  waitsFromId: memberships.waitsFromId,
  sortKey: people.sortKey,
}

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
