import { and, asc, eq, gt, inArray, isNotNull, lte } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { people } from '#app/people/schema.ts'
import type { Reported, Trace } from '#app/requirements/keeping/trace.ts'
import { exceptions, requirements, standings } from '#app/requirements/schema.ts'
import { unitStates } from '#app/units/schema.ts'

/**
 * A published requirement, somebody, and what was reported up to a day of how they stood to it, the oldest first; the last is
 * empty where it held no longer. Null: there is no such requirement, or nobody. One query.
 */
export async function reportedOf(personId: string, requirementId: string, day: Day): Promise<ReportedOf | null> {
  const { fromDay, toDay, standing, dueDay, doneDay, unitId } = standings
  const rows = await db
    .select({
      requirement: requirements,
      person: { id: people.id, fullName: people.fullName },
      row: { day: fromDay, toDay, standing, dueDay, doneDay, unitId },
      unitName: unitStates.name,
    })
    .from(requirements)
    .innerJoin(people, eq(people.id, personId))
    .leftJoin(
      standings,
      and(eq(standings.personId, people.id), eq(standings.requirementId, requirements.id), lte(fromDay, day)),
    )
    .leftJoin(
      unitStates,
      and(eq(unitStates.unitId, unitId), lte(unitStates.fromDay, fromDay), gt(unitStates.toDay, fromDay)),
    )
    .where(and(eq(requirements.id, requirementId), isNotNull(requirements.publishedAt)))
    .orderBy(asc(fromDay))
  const [first] = rows
  if (!first) return null
  const { requirement, person } = first
  const kept = rows.flatMap(({ row, unitName }) => (row ? [{ ...row, unitName }] : []))
  const reported = kept.map(({ toDay: _, ...row }): Reported => row)
  const last = kept.at(-1)
  if (last && last.toDay <= day) reported.push({ ...nothing, day: last.toDay })
  return { requirement, person, reported }
}

type ReportedOf = Pick<Trace, 'requirement' | 'person'> & { reported: Reported[] }

const nothing = { standing: 'not-due', dueDay: null, doneDay: null, unitId: null, unitName: null } as const

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
