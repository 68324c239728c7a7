import { aliasedTable, and, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import {
  type DuplicateReason,
  keyOf,
  onceEach,
  type Pair,
  pairOf,
  type Side,
} from '#app/intake/duplicates/duplicate.ts'
import { peopleAlike, peopleLike } from '#app/intake/duplicates/people-alike.server.ts'
import { sidesOf } from '#app/intake/duplicates/sides-of.server.ts'
import { type Authority, mayManage } from '#app/people/person.ts'
import { identityClaims, identityNumbers, keptApart, people } from '#app/people/schema.ts'
import { isSeen } from '#app/units/sight/is-seen.server.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import type { Scope } from '#app/units/sight/sight.ts'

const onPage = 50

/** `one` is the older account. */
export type Duplicate = { one: Side; other: Side; reason: DuplicateReason; isCertain: boolean }

/**
 * Accounts that may be one person's, among those whom the viewer looks after; some 50 a page, those with the same number
 * first. Nothing is merged by it. Null: not this viewer's.
 * @param after what the page before gave as `next`
 */
export async function proposedDuplicates(viewer: Authority, after: string | null = null, now = new Date()) {
  const scope = await actingScope(viewer, dayOf(now))
  if (!scope) return null
  const certain = after === null ? await sameNumber(scope) : []
  const { pairs, next } = await peopleAlike(after ?? '', onPage, scope.day, isSeen(scope, people.id))
  return { duplicates: await shown([...certain, ...pairs]), next }
}

/** The same for one person. Null: not this viewer's. */
export async function duplicatesOf(viewer: Authority, personId: string, now = new Date()): Promise<Duplicate[] | null> {
  const scope = await actingScope(viewer, dayOf(now))
  if (!scope) return null
  const like = await peopleLike(personId, scope.day, isSeen(scope, people.id))
  return shown([...(await sameNumber(scope, personId)), ...like])
}

/** Only people whom the viewer may act for, and not as an enterprise: to compare is to see. */
async function actingScope(viewer: Authority, day: Day): Promise<Scope | null> {
  if (!mayManage(viewer)) return null
  const scope = await seenBy(viewer, day)
  return { ...scope, grants: scope.grants.filter(({ mayAct, sight }) => mayAct && sight !== 'band') }
}

const holder = aliasedTable(people, 'holder')

async function sameNumber(scope: Scope, personId?: string): Promise<Pair[]> {
  const rows = await db
    .select({ claimer: identityClaims.personId, holder: identityNumbers.personId })
    .from(identityClaims)
    .innerJoin(identityNumbers, eq(identityNumbers.hash, identityClaims.hash))
    .innerJoin(people, eq(people.id, identityClaims.personId))
    .innerJoin(holder, eq(holder.id, identityNumbers.personId))
    .where(
      and(
        ne(people.id, holder.id),
        isNull(people.closedAt),
        isNull(holder.closedAt),
        personId === undefined ? undefined : or(eq(people.id, personId), eq(holder.id, personId)),
        isSeen(scope, people.id),
        isSeen(scope, holder.id),
      ),
    )
    .limit(200)
  return rows.map((row) => pairOf(row.claimer, row.holder, 'same-number'))
}

/** Without those of whom somebody said that they are two people. */
async function shown(pairs: Pair[]): Promise<Duplicate[]> {
  const wanted = onceEach(pairs).slice(0, 400)
  if (wanted.length === 0) return []
  const ids = [...new Set(wanted.flatMap(({ oneId, otherId }) => [oneId, otherId]))]
  const apart = await db
    .select({ oneId: keptApart.oneId, otherId: keptApart.otherId })
    .from(keptApart)
    .where(inArray(keptApart.oneId, ids))
  const decided = new Set(apart.map(keyOf))
  const sides = await sidesOf(ids)
  return wanted.flatMap((pair) => {
    const [one, other] = [sides.get(pair.oneId), sides.get(pair.otherId)]
    if (!one || !other || decided.has(keyOf(pair))) return []
    return [{ one, other, reason: pair.reason, isCertain: pair.reason === 'same-number' }]
  })
}
