import { and, gt, inArray, type SQL } from 'drizzle-orm'
import { contains } from '#app/db/contains.server.ts'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { fold } from '#app/i18n/fold.ts'
import { tidyName } from '#app/people/name.ts'
import { people } from '#app/people/schema.ts'
import { sumTotals, type Totals } from '#app/units/memberships/sum-totals.server.ts'
import type { PeopleAsked } from '#app/units/memberships/unit-person.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { memberships } from '#app/units/schema.ts'

/**
 * How a page of a unit's people is found. `units`: gather them all and sort; `walk`: go through all names in their order
 * until the page is full; `names` and `memberships`: these few, looked up before.
 */
export type Way = { by: 'units' | 'walk'; ids: [] } | { by: 'names' | 'memberships'; ids: string[] }

/** From so many people on, walking finds a page sooner than sorting. */
const many = 5_000
/** Of whom a name was asked that many have: walking would pass too many others. */
const veryMany = 20_000
/** A name that fewer have is looked up first. */
const common = 1_000
const mostWaiting = 20_000

/**
 * SQLite's planner knows nothing of how many rows fit, so we look before. Whatever way is taken, the page is the same:
 * what is guessed here only decides how long it takes.
 */
export async function wayTo({ unitId, day, words, isDirect, isWaiting }: PeopleAsked, totals?: Totals): Promise<Way> {
  if (isWaiting) return { by: 'memberships', ids: await waitingOn(day) }
  const { all, own } = totals ?? (await sumTotals(unitId, day))
  const heads = (isDirect ? own : all).people
  if (heads < many) return { by: 'units', ids: [] }
  const ids = await peopleMeant(words)
  if (ids) return { by: 'names', ids }
  return { by: named(words) && heads < veryMany ? 'units' : 'walk', ids: [] }
}

/** The memberships of those who wait are few. */
async function waitingOn(day: Day): Promise<string[]> {
  const rows = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(gt(memberships.waitsFromId, ''), onDay(memberships, day)))
    .limit(mostWaiting)
  return rows.map(({ id }) => id)
}

/** Whom a name means, looked through in the index of names alone; null when none was asked, or a common one. */
async function peopleMeant(words: string | undefined): Promise<string[] | null> {
  const name = named(words)
  if (!name) return null
  const names = await db.select({ folded: people.folded }).from(people).where(name).limit(common)
  if (names.length === common) return null
  const folded = [...new Set(names.map((person) => person.folded))]
  const rows = await db.select({ id: people.id }).from(people).where(inArray(people.folded, folded))
  return rows.map(({ id }) => id)
}

/** A part of the name, tones or none. */
export function named(words = ''): SQL | undefined {
  const folded = fold(tidyName(words.slice(0, 200)).replace(/[%_\\]/g, '')).trim()
  return folded === '' ? undefined : contains(people.folded, folded)
}
