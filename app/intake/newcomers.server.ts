import { and, asc, eq, isNull } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { ownBatch } from '#app/intake/own-batch.server.ts'
import { intakeRows } from '#app/intake/schema.ts'
import type { Authority } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { memberships, unitLines } from '#app/units/schema.ts'
import { mayActFor } from '#app/units/sight/may-act-for.server.ts'

/** Nobody prints and hands out more codes at once; each is a line on paper. */
export const mostAtOnce = 2_000

export type For = { batchId: string } | { unitId: string }
export type Newcomer = {
  personId: string
  fullName: string
  birthYear: number | null
  username: string
  unitId: string
}

/**
 * Learners of a batch, or of a unit and all below it, who have no password yet; one more than a sheet holds at most.
 * Null: not there, or not this actor's to act for.
 */
export async function newcomers(
  who: Authority,
  target: For,
  now = new Date(),
): Promise<Newcomer[] | { problem: 'not-committed' } | null> {
  if ('unitId' in target)
    return (await mayActFor(db, who, [target.unitId], now)) ? ofUnit(target.unitId, dayOf(now)) : null
  const batch = await ownBatch(who, target.batchId, now)
  if (!batch) return null
  return batch.state === 'committed' ? ofBatch(batch.id) : { problem: 'not-committed' as const }
}

/** Learners alone: who holds an office gets a code from an administrator who knows them. */
const neverIn = and(isNull(people.passwordHash), isNull(people.closedAt), eq(people.role, 'learner'))

const told = { personId: people.id, fullName: people.fullName, birthYear: people.birthYear, username: people.username }

async function ofBatch(batchId: string): Promise<Newcomer[]> {
  const made = and(eq(intakeRows.batchId, batchId), eq(intakeRows.isMade, true), eq(intakeRows.outcome, 'joined'))
  const rows = await db
    .select({ ...told, unitId: intakeRows.unitId })
    .from(intakeRows)
    .innerJoin(people, eq(people.id, intakeRows.personId))
    .where(and(made, neverIn))
    .orderBy(asc(people.sortKey), asc(people.id))
    .limit(mostAtOnce + 1)
  return rows.map((row) => ({ ...row, unitId: row.unitId ?? '' }))
}

async function ofUnit(unitId: string, day: string): Promise<Newcomer[]> {
  const rows = await db
    .select({ ...told, unitId: memberships.unitId })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(unitLines, eq(unitLines.unitId, memberships.unitId))
    .where(and(eq(unitLines.ancestorId, unitId), onDay(unitLines, day), onDay(memberships, day), neverIn))
    .orderBy(asc(people.sortKey), asc(people.id))
    .limit(mostAtOnce + 1)
  return [...new Map(rows.map((row) => [row.personId, row])).values()]
}
