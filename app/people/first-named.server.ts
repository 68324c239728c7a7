import { and, asc, type Column, count, inArray, isNull, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { startsWith } from '#app/db/starts-with.server.ts'
import { isNamed } from '#app/people/is-named.server.ts'
import { nameBeginnings, people } from '#app/people/schema.ts'

/**
 * Whom one sees: a condition on `people.id`. `first`: they are few, so that all their ids (or the first so many in the
 * order of lists, some of them twice) are quickly gathered.
 */
export type Within = { seen: SQL | undefined; first?: (most?: number) => SQLWrapper }

const mostShown = 50
/** A page, and some who are closed or not seen. */
const some = 4 * mostShown
/** Where one sees few people, these are gathered for a name that more have: so many first, then all. */
const often = 1_000
/** A name that more have is met soon by whoever goes through all names in their order… */
const veryOften = 3_000
/** …up to here, since those of one given name may all stand at the end. */
const mostWalked = 5_000

/**
 * The first 50 people, in the order of Vietnamese lists, whose name has a part or whose user name has a beginning; closed
 * accounts aside. Looked for among the first candidates, and among all only when those are not enough: three queries for
 * most names, five at most.
 * @param words as `wordsOf` gives them
 */
export async function firstNamed(words: string, within: Within = { seen: undefined }) {
  const [meant] = await db.select({ count: count().mapWith(Number) }).from(
    meantBy(words)
      .limit(veryOften + 1)
      .as('meant'),
  )
  const places = placesToLook(words, meant?.count ?? 0, within)
  for (const [turn, { ids, seen }] of places.entries()) {
    const found = await foundAmong(ids, and(isMeant(people, words), seen))
    if (found.length === mostShown || turn === places.length - 1) return found
  }
  return []
}

type Place = { ids: SQLWrapper; seen: SQL | undefined }

/** Each begins with the first in the order of lists, and the last holds all; so a full page is always the first page. */
function placesToLook(words: string, meant: number, { seen, first }: Within): Place[] {
  if (meant === 0) return []
  const all = { ids: meantBy(words), seen }
  if (meant <= some) return [all]
  if (first && meant > often) return [first(often), first()].map((ids) => ({ ids, seen: undefined }))
  const next = { ids: inOrder(words), seen }
  return meant > veryOften ? [{ ids: walk(words), seen }, next, all] : [next, all]
}

function meantBy(words: string) {
  const { personId, text } = nameBeginnings
  return db.select({ id: personId }).from(nameBeginnings).where(startsWith(text, words)).$dynamic()
}

function inOrder(words: string) {
  return meantBy(words).orderBy(asc(nameBeginnings.sortKey), asc(nameBeginnings.personId)).limit(some)
}

/** In the index of names alone. */
function walk(words: string) {
  const { id, sortKey, folded, username } = people
  const way = db
    .select({ id, sortKey, folded, username })
    .from(people)
    .orderBy(asc(sortKey), asc(id))
    .limit(mostWalked)
    .as('way')
  return db
    .select({ id: way.id })
    .from(way)
    .where(isMeant(way, words))
    .orderBy(asc(way.sortKey), asc(way.id))
    .limit(some)
}

function isMeant({ folded, username }: Record<'folded' | 'username', Column>, words: string) {
  return or(isNamed(folded, words), startsWith(username, words))
}

/** Of these people, the first page of those who fit and are open. */
export function foundAmong(ids: SQLWrapper | undefined, fits: SQL | undefined) {
  const { id, username, fullName, role, birthYear, email, phone, createdAt } = people
  return (
    db
      .select({ id, username, fullName, role, birthYear, email, phone, createdAt })
      .from(people)
      .where(and(ids && inArray(id, ids), fits, isNull(people.closedAt)))
      // Sharp edge: SQLite walks the index of names, everybody in it, for whatever is to be in their order.
      .orderBy(sql`${people.sortKey} || ''`, asc(id))
      .limit(mostShown)
  )
}
