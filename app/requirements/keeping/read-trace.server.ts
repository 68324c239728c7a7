import { and, asc, eq, gt, inArray, lte } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import type { Reported } from '#app/requirements/keeping/trace.ts'
import { exceptions, standings } from '#app/requirements/schema.ts'
import { unitStates } from '#app/units/schema.ts'

/** What was reported of a person up to a day, the oldest first; the last is empty where it held no longer. */
export async function reportedOf(personId: string, requirementId: string, day: Day): Promise<Reported[]> {
  const { fromDay, toDay, standing, dueDay, doneDay, unitId } = standings
  const rows = await db
    .select({ day: fromDay, toDay, standing, dueDay, doneDay, unitId, unitName: unitStates.name })
    .from(standings)
    .leftJoin(
      unitStates,
      and(eq(unitStates.unitId, unitId), lte(unitStates.fromDay, fromDay), gt(unitStates.toDay, fromDay)),
    )
    .where(and(eq(standings.personId, personId), eq(standings.requirementId, requirementId), lte(fromDay, day)))
    .orderBy(asc(fromDay))
  const last = rows.at(-1)
  const told = rows.map(({ toDay: _, ...row }) => row)
  if (!last || last.toDay > day) return told
  return [...told, { day: last.toDay, standing: 'not-due', dueDay: null, doneDay: null, unitId: null, unitName: null }]
}

/** Why it was given, by which paper, and why it was taken back. */
export async function reasonsOf(ids: string[]) {
  const { id, reason, documentNumber, takenBackReason } = exceptions
  const rows =
    ids.length === 0
      ? []
      : await db.select({ id, reason, documentNumber, takenBackReason }).from(exceptions).where(inArray(id, ids))
  return new Map(rows.map(({ id: of, ...row }) => [of, row]))
}

/** What some units are called now, or were last. */
export async function unitNames(ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ unitId: unitStates.unitId, name: unitStates.name })
    .from(unitStates)
    .where(inArray(unitStates.unitId, ids))
    .orderBy(asc(unitStates.fromDay))
  return new Map(rows.map(({ unitId, name }) => [unitId, name]))
}
