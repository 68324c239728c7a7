import { and, asc, count, eq, exists, gt, gte, inArray, like, or, type SQL, sql } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { fold } from '#app/i18n/fold.ts'
import { tidyName } from '#app/people/name.ts'
import type { Authority } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { memberships, unitLines, unitStates } from '#app/units/schema.ts'
import { isSeen } from '#app/units/sight/is-seen.server.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { sightOfUnit } from '#app/units/sight/sight-of.server.ts'
import type { StaffCategory } from '#app/units/unit.ts'

const onPage = 50
/** From so many people on, walking all names in order finds a page sooner than sorting. */
const many = 4000
/** A name that fewer have is looked up first; one that more have is met soon by walking. */
const common = 10_000
const mostWaiting = 20_000

export type UnitPerson = {
  personId: string
  fullName: string
  birthYear: number | null
  membershipId: string
  unitId: string
  /** As decreed on the day. */
  unitName: string
  position: string
  category: StaffCategory
  fromDay: Day
  /** Chưa phân bổ: waits for a place since this unit was split or dissolved. */
  waitsFromId: string | null
}
export type PeoplePage = { people: UnitPerson[]; next: string | null }

export type PeopleAsked = {
  unitId: string
  day: Day
  /** A part of the name, tones or none. */
  words?: string
  /** Only the unit itself, not what stands below it. */
  isDirect?: boolean
  isWaiting?: boolean
  /** What the page before gave as `next`. */
  after?: string | null
}

/**
 * Who belonged to a unit and all below it on a day, in the order of Vietnamese lists, 50 a page: whoever is in two of
 * the units stands there twice. Of a past day only those are named whom the viewer sees today. Null: not this viewer's.
 */
export async function peopleOf(
  viewer: Authority,
  asked: PeopleAsked,
  today: Day = asked.day,
): Promise<PeoplePage | null> {
  const scope = await seenBy(viewer, today)
  if (!(await sightOfUnit({ ...scope, day: asked.day }, asked.unitId))) return null
  const waiting = asked.isWaiting ? await waitingOn(asked.day) : null
  const isMany = !waiting && (await hasMany(asked))
  const meant = isMany ? await peopleMeant(asked) : null
  const isWalk = isMany && !meant
  const rows = await (isWalk || meant ? fromNames() : fromUnits())
    .where(
      and(
        fitting(asked, isWalk, meant !== null),
        meant ? inArray(people.id, ['', ...meant]) : named(asked),
        waiting ? inArray(memberships.id, ['', ...waiting]) : undefined,
        isSeen(scope, people.id),
      ),
    )
    .orderBy(isWalk ? asc(people.sortKey) : sql`${people.sortKey} || ''`, asc(people.id), asc(memberships.id))
    .limit(onPage + 1)
  return pageOf(rows)
}

// SQLite's planner knows nothing of how many rows fit, so what is few is looked up first.

/** Whom a name means; null when none was asked, or when it is so common that walking meets it soon. */
async function peopleMeant(asked: PeopleAsked): Promise<string[] | null> {
  const name = named(asked)
  if (!name) return null
  const rows = await db.select({ id: people.id }).from(people).where(name).limit(common)
  return rows.length < common ? rows.map(({ id }) => id) : null
}

/** The memberships of those who wait are few: looked up first. */
async function waitingOn(day: Day): Promise<string[]> {
  const rows = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(gt(memberships.waitsFromId, ''), onDay(memberships, day)))
    .limit(mostWaiting)
  return rows.map(({ id }) => id)
}

function pageOf(rows: Array<UnitPerson & { sortKey: string }>): PeoplePage {
  const shown = rows.slice(0, onPage)
  const last = shown.at(-1)
  const next = rows.length > onPage && last ? `${last.sortKey}.${last.personId}.${last.membershipId}` : null
  return { people: shown.map(({ sortKey, ...person }) => person), next }
}

/** Asks of each person whether they belong: walking the index of names, a page of a great unit is soon full. */
function fromNames() {
  return db
    .select(columns)
    .from(people)
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .innerJoin(unitStates, eq(unitStates.unitId, memberships.unitId))
    .$dynamic()
}

/** Gathers everybody of the units, and sorts. */
function fromUnits() {
  return db
    .select(columns)
    .from(unitLines)
    .innerJoin(memberships, eq(memberships.unitId, unitLines.unitId))
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(unitStates, eq(unitStates.unitId, memberships.unitId))
    .$dynamic()
}

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

function fitting(asked: PeopleAsked, isWalk: boolean, isMeant: boolean): SQL | undefined {
  const { unitId, day, isDirect = false } = asked
  const line = and(
    eq(unitLines.ancestorId, unitId),
    onDay(unitLines, day),
    isDirect ? eq(unitLines.depth, 0) : undefined,
  )
  const toUnit = eq(unitLines.unitId, memberships.unitId)
  return and(
    isWalk || isMeant ? exists(db.select({ one: sql`1` }).from(unitLines).where(and(line, toUnit))) : line,
    onDay(memberships, day),
    onDay(unitStates, day),
    isWalk ? gte(people.sortKey, '') : undefined,
    following(asked),
  )
}

function named({ words = '' }: PeopleAsked): SQL | undefined {
  const folded = fold(tidyName(words.slice(0, 200)).replace(/[%_\\]/g, '')).trim()
  return folded === '' ? undefined : like(people.folded, `%${folded}%`)
}

function following({ after }: PeopleAsked): SQL | undefined {
  const [sortKey = '', personId = '', membershipId = ''] = after?.split('.') ?? []
  if (sortKey === '') return undefined
  const isLaterPerson = and(eq(people.sortKey, sortKey), gt(people.id, personId))
  const isLaterPlace = and(eq(people.sortKey, sortKey), eq(people.id, personId), gt(memberships.id, membershipId))
  return and(gte(people.sortKey, sortKey), or(gt(people.sortKey, sortKey), isLaterPerson, isLaterPlace))
}

async function hasMany({ unitId, day, isDirect = false }: PeopleAsked): Promise<boolean> {
  const some = db
    .select({ id: memberships.id })
    .from(unitLines)
    .innerJoin(memberships, eq(memberships.unitId, unitLines.unitId))
    .where(
      and(
        eq(unitLines.ancestorId, unitId),
        onDay(unitLines, day),
        onDay(memberships, day),
        isDirect ? eq(unitLines.depth, 0) : undefined,
      ),
    )
    .limit(many)
    .as('some')
  const [row] = await db.select({ count: count().mapWith(Number) }).from(some)
  return (row?.count ?? 0) >= many
}
