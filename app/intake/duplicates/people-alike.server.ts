import { and, asc, eq, gt, inArray, isNull, type SQL } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { type Likeness, type Pair, pairsAlike } from '#app/intake/duplicates/duplicate.ts'
import { people } from '#app/people/schema.ts'
import { inChunks } from '#app/units/in-chunks.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { memberships } from '#app/units/schema.ts'

/** So many people are looked through between two turns of the loop that serves learners: some 10 ms. */
const atOnce = 1_000

export type Alike = { pairs: Pair[]; next: string | null }
type Named = { id: string; folded: string; birthYear: number | null; phone: string | null }

/**
 * Walks all people in the order of their names without tone marks, from after a name on, until so many pairs are found.
 * `next`: the name to go on after; null at the end. Decides no permission.
 */
export async function peopleAlike(after: string, enough: number, day: Day, within?: SQL): Promise<Alike> {
  const pairs: Pair[] = []
  let place = after
  while (pairs.length < enough) {
    const rows = await namesAfter(place, within)
    const last = rows.at(-1)
    if (!last) return { pairs, next: null }
    place = last.folded
    pairs.push(...(await pairsAmong(rows, day)))
    await new Promise(setImmediate)
  }
  return { pairs, next: place }
}

/** People like one person. */
export async function peopleLike(personId: string, day: Day, within?: SQL): Promise<Pair[]> {
  const [one] = await db.select({ folded: people.folded }).from(people).where(eq(people.id, personId))
  if (!one || one.folded === '') return []
  const pairs = await pairsAmong(await named(and(eq(people.folded, one.folded), within)), day)
  return pairs.filter(({ oneId, otherId }) => oneId === personId || otherId === personId)
}

/** Whole names only: the last is asked for again when it may have been cut off. */
async function namesAfter(place: string, within?: SQL): Promise<Named[]> {
  const rows = await named(and(gt(people.folded, place), within), atOnce)
  const last = rows.at(-1)
  if (rows.length < atOnce || !last) return rows
  const whole = rows.filter(({ folded }) => folded !== last.folded)
  return whole.length > 0 ? whole : named(and(eq(people.folded, last.folded), within))
}

function named(condition: SQL | undefined, limit?: number): Promise<Named[]> {
  const rows = db
    .select({ id: people.id, folded: people.folded, birthYear: people.birthYear, phone: people.phone })
    .from(people)
    .where(and(condition, isNull(people.closedAt)))
    .orderBy(asc(people.folded))
    .$dynamic()
  return limit === undefined ? rows : rows.limit(limit)
}

async function pairsAmong(rows: Named[], day: Day): Promise<Pair[]> {
  const groups = new Map<string, Named[]>()
  for (const row of rows) groups.set(row.folded, [...(groups.get(row.folded) ?? []), row])
  const shared = [...groups.values()].filter((group) => group.length > 1)
  const units = await unitsOf(shared.flat().filter(isOfSharedYear(shared)), day)
  return shared.flatMap((group) =>
    pairsAlike(group.map((one): Likeness => ({ ...one, unitIds: units.get(one.id) ?? [] }))),
  )
}

/** Only where name and year are shared is it asked where people belong. */
function isOfSharedYear(groups: Named[][]): (one: Named) => boolean {
  const counts = new Map<string, number>()
  const keyOf = ({ folded, birthYear }: Named) => `${folded} ${birthYear}`
  for (const one of groups.flat()) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1)
  return (one) => one.birthYear !== null && (counts.get(keyOf(one)) ?? 0) > 1
}

async function unitsOf(persons: Named[], day: Day): Promise<Map<string, string[]>> {
  const units = new Map<string, string[]>()
  for (const chunk of inChunks(persons)) {
    const rows = await db
      .select({ personId: memberships.personId, unitId: memberships.unitId })
      .from(memberships)
      .where(
        and(
          inArray(
            memberships.personId,
            chunk.map(({ id }) => id),
          ),
          onDay(memberships, day),
        ),
      )
    for (const { personId, unitId } of rows) units.set(personId, [...(units.get(personId) ?? []), unitId])
  }
  return units
}
