import { and, eq, inArray, isNull } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import type { HourFacts } from '#app/requirements/hours/hour-facts.ts'
import { type HoursOn, hoursOn, quotaDayOf } from '#app/requirements/hours/hours-on.ts'
import { countWhoOwe, manyOwe, type Owing, peopleWhoOwe } from '#app/requirements/hours/people-who-owe.server.ts'
import { readHourFacts } from '#app/requirements/hours/read-hour-facts.server.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { memberships, unitStates } from '#app/units/schema.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { sightOfUnit } from '#app/units/sight/sight-of.server.ts'
import { settingsOn } from '#app/web/settings.server.ts'
import type { Quota } from '#app/web/settings.ts'

export const hoursFilters = ['all', 'below', 'met'] as const
export type HoursFilter = (typeof hoursFilters)[number]
type Asked = { unitId: string; year: number; filter?: HoursFilter; after?: string }

export type PersonHours = {
  personId: string
  fullName: string
  unitName: string
  position: string
  hours: Pick<HoursOn, 'category' | 'quota' | 'total' | 'provisional'>
}
export type HoursPage = {
  day: Day
  /** Whether the viewer may confirm and override here. */
  mayAct: boolean
  people: PersonHours[]
  next: string | null
  /** How many owe and have; null where the unit is too large to be looked through for one page. */
  figures: { below: number; met: number } | null
}

const onPage = 50
/**
 * As many are looked through for figures and for a filter: a page may then hold fewer than fifty, and still lead on. Neither
 * asked for, the hours of those on the page are worked out alone.
 */
const mostLookedAt = 500

/**
 * Those of a unit, and of what is below it, who owe hours in a year, by name: who has them and who lacks some. Counted by
 * the place they are counted by. Null: not there, or not this viewer's to see. Ten queries.
 */
export async function hoursPage(viewer: Authority, asked: Asked, now = new Date()): Promise<HoursPage | null> {
  const today = dayOf(now)
  const seen = await sightOfUnit(await seenBy(viewer, today), asked.unitId)
  if (!seen || seen.sight === 'band') return null
  if (seen.historyFrom !== null && seen.historyFrom > `${asked.year}-01-01`) return null
  const day = quotaDayOf(asked.year, today)
  const { quotas } = settingsOn(day)
  const owing = await countWhoOwe(asked, day, quotas)
  const hasFigures = owing <= mostLookedAt && !asked.after
  const most = hasFigures || (asked.filter ?? 'all') !== 'all' ? mostLookedAt : onPage + 1
  const looked = await peopleWhoOwe(asked, { day, quotas, most: most + 1, isWalk: owing > manyOwe })
  const some = looked.slice(0, most)
  const facts = await readHourFacts(
    db,
    some.map(({ personId }) => personId),
  )
  const told = some.map((row) => ({ ...row, hours: hoursIn(facts, row.personId, quotas, asked.year, day) }))
  const fits = told.filter(({ hours }) => isWanted(hours, asked.filter))
  const shown = fits.slice(0, onPage)
  const last = fits.length > onPage ? shown.at(-1) : looked.length <= most ? undefined : told.at(-1)
  return {
    day,
    mayAct: seen.mayAct,
    people: await named(shown, day),
    next: last ? `${last.sortKey}.${last.personId}` : null,
    figures: hasFigures ? figuresOf(told) : null,
  }
}

const nothing: HourFacts = { papers: [], credits: [], overrides: [], places: [] }

function hoursIn(facts: Map<string, HourFacts>, personId: string, quotas: readonly Quota[], year: number, day: Day) {
  const { category, quota, total, provisional } = hoursOn(facts.get(personId) ?? nothing, quotas, year, day)
  return { category, quota, total, provisional }
}

function hasEnough({ quota, total }: PersonHours['hours']): boolean {
  return total >= (quota?.halfHours ?? 0)
}

function isWanted(hours: PersonHours['hours'], filter: HoursFilter = 'all'): boolean {
  return filter === 'all' || hasEnough(hours) === (filter === 'met')
}

function figuresOf(told: ReadonlyArray<{ hours: PersonHours['hours'] }>) {
  const met = told.filter(({ hours }) => hasEnough(hours)).length
  return { below: told.length - met, met }
}

/** Names and places of those who are shown; accounts that wait for the end of an import are not. */
async function named(shown: ReadonlyArray<Owing & { hours: PersonHours['hours'] }>, day: Day): Promise<PersonHours[]> {
  const rows = await db
    .select({
      personId: people.id,
      fullName: people.fullName,
      unitName: unitStates.name,
      position: memberships.position,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(unitStates, and(eq(unitStates.unitId, memberships.unitId), onDay(unitStates, day)))
    .where(
      and(
        inArray(
          memberships.id,
          shown.map(({ membershipId }) => membershipId),
        ),
        isNull(people.closedAt),
      ),
    )
  const byId = new Map(rows.map((row) => [row.personId, row]))
  return shown.flatMap(({ personId, hours }) => {
    const person = byId.get(personId)
    return person ? [{ ...person, hours }] : []
  })
}
