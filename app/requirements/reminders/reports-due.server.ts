import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Day } from '#app/i18n/day.ts'
import { people } from '#app/people/schema.ts'
import { linesAbove } from '#app/requirements/reminders/lines-above.server.ts'
import type { Late, Report } from '#app/requirements/reminders/report-letter.ts'
import { agencyHeadsOf, headsOf } from '#app/requirements/reminders/who-hears.ts'
import { reminders, requirements, standings } from '#app/requirements/schema.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { unitStates } from '#app/units/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'
import { never } from '#app/units/unit.ts'

/** A run whose reports are not all out: whoever is up to `reportedThrough` has theirs. */
export type OpenRun = { day: Day; reportedThrough: string }

/** What heads and agencies are to be told on a day of the steps taken in some runs; by who is told. Of who is late still. */
export async function reportsDue(reads: Reads, runs: readonly OpenRun[], day: Day): Promise<Map<string, Report>> {
  const found = await lateIn(reads, runs, day)
  const isWithHeads = new Set(found.flatMap(({ step, isSent, ...row }) => (step === 'overdue' ? [keyOf(row)] : [])))
  const rows = found.filter(({ isSent }) => isSent)
  const lines = await linesAbove(reads, [...new Set(rows.map(({ unitId }) => unitId))], day)
  const through = new Map(runs.map((run) => [run.day, run.reportedThrough]))
  const reports = new Map<string, Report>()
  for (const row of rows) {
    const line = lines.get(row.unitId) ?? []
    const agency = row.step === 'two-weeks-overdue' ? agencyHeadsOf(line, row.personId) : []
    const heads = isWithHeads.has(keyOf(row)) ? headsOf(line, row.personId) : []
    for (const head of new Set([...heads, ...agency])) {
      if (head <= (through.get(row.day) ?? '')) continue
      const report = reports.get(head) ?? { newly: [], longLate: [] }
      report[row.step === 'overdue' ? 'newly' : 'longLate'].push(row)
      reports.set(head, report)
    }
  }
  return reports
}

type Found = Late & { requirementId: string; step: string; day: Day; isSent: boolean }

/** Of the steps that were taken, those of people who are late by the same due day still and belong to a unit. */
async function lateIn(reads: Reads, runs: readonly OpenRun[], day: Day): Promise<Found[]> {
  const { requirementId, personId, dueDay, step, isSent } = reminders
  const same = and(eq(standings.requirementId, requirementId), eq(standings.personId, personId))
  const isLate = and(eq(standings.toDay, never), eq(standings.standing, 'overdue'), eq(standings.dueDay, dueDay))
  const rows = await reads
    .select({
      requirementId,
      personId,
      dueDay,
      step,
      isSent,
      day: reminders.day,
      title: requirements.title,
      fullName: people.fullName,
      sortKey: people.sortKey,
      unitId: standings.unitId,
      unitName: unitStates.name,
    })
    .from(reminders)
    .innerJoin(standings, and(same, isLate))
    .innerJoin(requirements, eq(requirements.id, requirementId))
    .innerJoin(people, and(eq(people.id, personId), isNull(people.closedAt)))
    .leftJoin(unitStates, and(eq(unitStates.unitId, standings.unitId), onDay(unitStates, day)))
    .where(
      and(
        inArray(
          reminders.day,
          runs.map((run) => run.day),
        ),
        inArray(step, ['overdue', 'two-weeks-overdue']),
      ),
    )
  return rows.flatMap(({ unitId, ...row }) =>
    unitId === null ? [] : [{ ...row, unitId, unitName: row.unitName ?? '' }],
  )
}

function keyOf({ requirementId, personId, day, dueDay }: Pick<Found, 'requirementId' | 'personId' | 'day' | 'dueDay'>) {
  return `${requirementId} ${personId} ${dueDay} ${day}`
}
