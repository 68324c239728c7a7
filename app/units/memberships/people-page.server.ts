import { and, asc, eq, exists, gt, gte, inArray, isNull, or, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { plannedOnce } from '#app/db/planned-once.server.ts'
import { statement } from '#app/db/statement.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { people } from '#app/people/schema.ts'
import type { PeopleAsked, PeoplePage, UnitPerson } from '#app/units/memberships/unit-person.ts'
import { named, type Way, wayTo } from '#app/units/memberships/way-to-people.server.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { memberships, unitLines, unitStates } from '#app/units/schema.ts'
import { isSeen } from '#app/units/sight/is-seen.server.ts'
import type { Scope } from '#app/units/sight/sight.ts'
import type { Reads } from '#app/units/timelines.server.ts'

const onPage = 50

/** The unit and the day of a page; of those of a statement only their names are known. */
type Place = { unitId: string | Placeholder; day: Day | Placeholder; isDirect?: boolean }

/**
 * A page of the people of a unit that somebody of this scope sees on the day: decides no permission for the unit itself.
 * Accounts that are closed, or wait for the end of an import, are not named. One query, two with a name, and one more
 * where many such accounts stand in the way.
 */
export async function peoplePage(scope: Scope, asked: PeopleAsked, way?: Way): Promise<PeoplePage> {
  const chosen = way ?? (await wayTo(asked))
  if (chosen.by !== 'units') return pageOf(await read(scope, asked, chosen))
  const gathered = await read(scope, asked, chosen)
  const isMore = gathered.length >= mostGathered
  const open = gathered.filter((row) => row.closedAt === null && isAfter(row, asked))
  if (open.length > onPage || !isMore) return pageOf(open)
  const rows = await rowsOf(db, asked, chosen, { ...narrowed(scope, asked), isOpen })
  return pageOf(
    rows.filter((row) => isAfter(row, asked)),
    rows.length >= mostGathered,
  )
}

type Row = UnitPerson & { sortKey: string; closedAt: Date | null }

function pageOf(rows: Row[], isMore = rows.length > onPage): PeoplePage {
  const shown = rows.slice(0, onPage)
  const last = shown.at(-1)
  const next = isMore && last ? `${last.sortKey}.${last.personId}.${last.membershipId}` : null
  return { people: shown.map(({ sortKey: _, closedAt: __, ...person }) => person), next }
}

/** Most pages are the first ones, of everybody, today: for those nothing is built anew. */
function read(scope: Scope, asked: PeopleAsked, way: Way): PromiseLike<Row[]> {
  const { unitId, day, isDirect = false } = asked
  const narrow = narrowed(scope, asked)
  if (way.by === 'names' || isDirect || narrow.wanted || narrow.after) return rowsOf(db, asked, way, narrow)
  return readFirst[way.by](db, { unitId, day })
}

const firstPage: Place = { unitId: sql.placeholder('unitId'), day: sql.placeholder('day') }
const readFirst = {
  units: plannedOnce((reads: Reads) => rowsOf(reads, firstPage, { by: 'units', ids: [] })),
  walk: statement((reads: Reads) => rowsOf(reads, firstPage, { by: 'walk', ids: [] })),
  waiting: statement((reads: Reads) => rowsOf(reads, firstPage, { by: 'waiting', ids: [] })),
}

/** Of whom a page tells, beside the place. */
type Narrowed = { wanted?: SQL; after?: After; isOpen?: SQL }

/** Found by units everybody gathered is told, closed accounts too; otherwise a page and one more. */
function rowsOf(reads: Reads, place: Place, { by, ids }: Way, narrow: Narrowed = {}) {
  const isThere = exists(
    reads
      .select({ one: sql`1` })
      .from(unitLines)
      .where(and(lineOf(place), eq(unitLines.unitId, memberships.unitId))),
  )
  const inOrder = by === 'walk' ? sorted : sortedAnew
  const rows = reads
    .select(columns)
    .from(people)
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .innerJoin(unitStates, and(eq(unitStates.unitId, memberships.unitId), onDay(unitStates, place.day)))
    .where(
      and(
        isThere,
        by === 'units' ? inArray(people.id, firstInUnits(reads, place, narrow)) : undefined,
        by === 'names' ? inArray(people.id, ids) : undefined,
        by === 'waiting' ? gt(memberships.waitsFromId, '') : undefined,
        by === 'walk' ? gte(people.sortKey, '') : undefined,
        onDay(memberships, place.day),
        narrow.wanted,
        by === 'units' ? undefined : and(isOpen, following(inOrder, narrow.after)),
      ),
    )
    .orderBy(inOrder, asc(people.id), asc(memberships.id))
    .$dynamic()
  return by === 'units' ? rows : rows.limit(onPage + 1)
}

const sorted = sql`${people.sortKey}`

/** Sharp edge: SQLite walks the index of names, everybody in it, for whatever is to be in their order or after a name. */
const sortedAnew = sql`${people.sortKey} || ''`

/** A page, and some more: whoever the page before ended with may have more places, and accounts may be closed. */
const mostGathered = onPage + 21

/**
 * Gathers everybody of the units and sorts them, in the index of memberships alone where nothing has to be known of the
 * people: to look at each takes ten times as long.
 */
function firstInUnits(reads: Reads, place: Place, { wanted, after, isOpen }: Narrowed) {
  const isSame = after && and(eq(memberships.sortKey, after.sortKey), gte(memberships.personId, after.personId))
  const following = after && or(gt(memberships.sortKey, after.sortKey), isSame)
  const gathered = reads
    .select({ id: memberships.personId })
    .from(unitLines)
    .innerJoin(memberships, eq(memberships.unitId, unitLines.unitId))
    .orderBy(asc(memberships.sortKey), asc(memberships.personId))
    .limit(mostGathered)
    .$dynamic()
  const fits = and(isOpen, wanted)
  const whole = fits ? gathered.innerJoin(people, eq(people.id, memberships.personId)) : gathered
  return whole.where(and(lineOf(place), onDay(memberships, place.day), following, fits))
}

function narrowed(scope: Scope, { day, words, after }: PeopleAsked): Narrowed {
  // Whoever sees a unit on a day sees everybody who is in it that day.
  const seen = scope.day === day ? undefined : isSeen(scope, people.id)
  return { wanted: and(named(words), seen), after: afterOf(after) }
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
  closedAt: people.closedAt,
}

function lineOf({ unitId, day, isDirect = false }: Place): SQL | undefined {
  return and(eq(unitLines.ancestorId, unitId), onDay(unitLines, day), isDirect ? eq(unitLines.depth, 0) : undefined)
}

/** What the page before ended with. */
type After = { sortKey: string; personId: string; membershipId: string }

function afterOf(after: string | null | undefined): After | undefined {
  const [sortKey = '', personId = '', membershipId = ''] = after?.split('.') ?? []
  return sortKey === '' ? undefined : { sortKey, personId, membershipId }
}

function following(key: SQL, after: After | undefined): SQL | undefined {
  if (!after) return undefined
  const isLaterPerson = and(eq(key, after.sortKey), gt(people.id, after.personId))
  const isLaterPlace = and(
    eq(key, after.sortKey),
    eq(people.id, after.personId),
    gt(memberships.id, after.membershipId),
  )
  return and(gte(key, after.sortKey), or(gt(key, after.sortKey), isLaterPerson, isLaterPlace))
}

/** Gathered by people: of the last one of the page before, some places were told there. */
function isAfter({ personId, membershipId }: Row, asked: PeopleAsked): boolean {
  const after = afterOf(asked.after)
  return after === undefined || personId !== after.personId || membershipId > after.membershipId
}
