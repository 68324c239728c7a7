import { and, asc, eq, exists, gt, gte, inArray, isNull, lt, not, sql } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { ownBatch } from '#app/intake/own-batch.server.ts'
import { intakeRows } from '#app/intake/schema.ts'
import { neverIn } from '#app/people/never-in.server.ts'
import type { Authority } from '#app/people/person.ts'
import { oneTimeCodes, people } from '#app/people/schema.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { memberships, unitLines } from '#app/units/schema.ts'
import { mayActFor } from '#app/units/sight/may-act-for.server.ts'

/** Nobody prints and hands out more codes at once; each is a line on paper. */
export const mostAtOnce = 2_000

/** People of a list; or of a unit and all below it, of the unit itself alone, or chosen ones of these. */
export type For = { batchId: string } | { unitId: string; isDirect?: boolean; personIds?: string[] }
/** Of these: whose names sort from one key to before another, and who has no code that works yet. */
export type Part = { from?: string | undefined; to?: string | undefined; isWithoutCode?: boolean }
export type Newcomer = {
  personId: string
  fullName: string
  birthYear: number | null
  username: string
  /** Where they are; of several units one. */
  unitId: string
}
export type Waiting = Newcomer & { sortKey: string; hasCode: boolean }

type Asked = Part & { most?: number }

/**
 * Learners of a batch or of a unit who have no password yet, each once, in the order of names; one more than a sheet
 * holds, unless `most` says otherwise. Null: not there, or not this actor's to act for.
 */
export async function newcomers(
  who: Authority,
  target: For,
  asked: Asked = {},
  now = new Date(),
): Promise<Waiting[] | { problem: 'not-committed' } | null> {
  if ('unitId' in target) return (await mayActFor(db, who, [target.unitId], now)) ? ofUnit(target, asked, now) : null
  const batch = await ownBatch(who, target.batchId, now)
  if (!batch) return null
  return batch.state === 'committed' ? ofBatch(batch.id, asked, now) : { problem: 'not-committed' as const }
}

function told(now: Date) {
  return {
    personId: people.id,
    fullName: people.fullName,
    birthYear: people.birthYear,
    username: people.username,
    sortKey: people.sortKey,
    hasCode: sql<boolean>`${exists(liveCode(now))}`.mapWith(Boolean),
  }
}

/** A code of a person that still works. */
function liveCode(now: Date) {
  const { personId, purpose, usedAt, expiresAt } = oneTimeCodes
  return db
    .select({ id: oneTimeCodes.id })
    .from(oneTimeCodes)
    .where(and(eq(personId, people.id), eq(purpose, 'reset'), isNull(usedAt), gt(expiresAt, now)))
}

function inPart({ from, to, isWithoutCode }: Part, now: Date) {
  return and(
    from === undefined ? undefined : gte(people.sortKey, from),
    to === undefined ? undefined : lt(people.sortKey, to),
    isWithoutCode ? not(exists(liveCode(now))) : undefined,
  )
}

async function ofBatch(batchId: string, { most = mostAtOnce + 1, ...part }: Asked, now: Date): Promise<Waiting[]> {
  const made = and(eq(intakeRows.batchId, batchId), eq(intakeRows.isMade, true), eq(intakeRows.outcome, 'joined'))
  const rows = await db
    .select({ ...told(now), unitId: intakeRows.unitId })
    .from(intakeRows)
    .innerJoin(people, eq(people.id, intakeRows.personId))
    .where(and(made, neverIn, inPart(part, now)))
    .orderBy(asc(people.sortKey), asc(people.id))
    .limit(most)
  return rows.map((row) => ({ ...row, unitId: row.unitId ?? '' }))
}

type OfUnit = { unitId: string; isDirect?: boolean; personIds?: string[] }

/** Who is in several units below is one line. */
function ofUnit({ unitId, isDirect, personIds }: OfUnit, { most = mostAtOnce + 1, ...part }: Asked, now: Date) {
  const day = dayOf(now)
  const above = and(
    eq(unitLines.ancestorId, unitId),
    onDay(unitLines, day),
    isDirect ? eq(unitLines.depth, 0) : undefined,
  )
  const isChosen = personIds && inArray(people.id, personIds)
  return db
    .select({ ...told(now), unitId: sql<string>`min(${memberships.unitId})` })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(unitLines, eq(unitLines.unitId, memberships.unitId))
    .where(and(above, onDay(memberships, day), neverIn, inPart(part, now), isChosen))
    .groupBy(people.id)
    .orderBy(asc(people.sortKey), asc(people.id))
    .limit(most)
}
