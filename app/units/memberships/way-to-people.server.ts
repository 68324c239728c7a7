import type { SQL } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { startsWith } from '#app/db/starts-with.server.ts'
import { isNamed } from '#app/people/is-named.server.ts'
import { nameBeginnings, people } from '#app/people/schema.ts'
import { wordsOf } from '#app/people/words-of.ts'
import { sumTotals, type Totals } from '#app/units/memberships/sum-totals.server.ts'
import type { PeopleAsked } from '#app/units/memberships/unit-person.ts'

/**
 * How a page of a unit's people is found. `units`: gather them all and sort; `walk`: go through all names in their order
 * until the page is full; `names`: these few, looked up before; `waiting`: by the index of those who wait, who are few.
 */
export type Way = { by: 'units' | 'walk' | 'waiting'; ids: [] } | { by: 'names'; ids: string[] }

/** From so many people on, a name is better looked for in the whole province than among them. */
const many = 5_000
/** From so many on, walking finds a page sooner than sorting; where fewer are, it would pass too many others. */
const veryMany = 20_000
/** A name that fewer have is looked up first. */
const common = 1_000

/**
 * SQLite's planner knows nothing of how many rows fit, so we look before. Whatever way is taken, the page is the same:
 * what is guessed here only decides how long it takes.
 */
export async function wayTo({ unitId, day, words, isDirect, isWaiting }: PeopleAsked, totals?: Totals): Promise<Way> {
  if (isWaiting) return { by: 'waiting', ids: [] }
  const { all, own } = totals ?? (await sumTotals(unitId, day))
  const heads = (isDirect ? own : all).people
  if (heads < (named(words) ? many : veryMany)) return { by: 'units', ids: [] }
  const ids = await peopleNamed(words)
  if (ids) return { by: 'names', ids }
  return { by: named(words) && heads < veryMany ? 'units' : 'walk', ids: [] }
}

/** Whom a name means, some others among them; null when none was asked, or a common one. */
export async function peopleNamed(words = ''): Promise<string[] | null> {
  if (!named(words)) return null
  // Who has the word twice is there twice: to sort them out, PostgreSQL would read all who have it.
  const rows = await db
    .select({ id: nameBeginnings.personId })
    .from(nameBeginnings)
    .where(startsWith(nameBeginnings.text, wordsOf(words)))
    .limit(common)
  return rows.length === common ? null : [...new Set(rows.map(({ id }) => id))]
}

/** Words of the name, tones or none, the last begun at least. */
export function named(words = ''): SQL | undefined {
  const folded = wordsOf(words)
  return folded === '' ? undefined : isNamed(people.folded, folded)
}
