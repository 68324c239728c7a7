import { and, inArray, isNull, lt } from 'drizzle-orm'
import { db, type Transaction, write } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { tellAllInTx } from '#app/messages/tell-in-tx.server.ts'
import { people } from '#app/people/schema.ts'
import { type Report, reportLetter } from '#app/requirements/reminders/report-letter.ts'
import { type OpenRun, reportsDue } from '#app/requirements/reminders/reports-due.server.ts'
import { reminderRuns } from '#app/requirements/schema.ts'

const headsAStep = 20

type Reporting = { runs: readonly OpenRun[]; at: Date; goesOn: () => Promise<boolean> }

/**
 * Tells heads and agencies who is late, one list each, in the order of their ids, and notes up to whom in the same writes.
 * True when it came to the end.
 */
export async function report(done: { day: Day; reports: number }, { runs, at, goesOn }: Reporting): Promise<boolean> {
  const reports = await reportsDue(db, runs, done.day)
  const heads = [...reports.keys()].sort()
  for (let from = 0; from < heads.length; from += headsAStep) {
    if (!(await goesOn())) return false
    const some = heads.slice(from, from + headsAStep)
    done.reports += await write((tx) => reportInTx(tx, some, { reports, runs, day: done.day, at }))
  }
  return true
}

type Some = { reports: ReadonlyMap<string, Report>; runs: readonly OpenRun[]; day: Day; at: Date }

async function reportInTx(tx: Transaction, heads: string[], { reports, runs, day, at }: Some): Promise<number> {
  const { id, email, phone, language } = people
  const told = await tx
    .select({ id, email, phone, language })
    .from(people)
    .where(and(inArray(id, heads), isNull(people.closedAt)))
  const letters = told.flatMap((person) => {
    const own = reports.get(person.id)
    if (!own) return []
    const path = `/units/${[...own.newly, ...own.longLate][0]?.unitId}`
    const letter = reportLetter(own, person.language)
    return [{ person, kind: 'report' as const, key: `report ${person.id} ${day}`, ...letter, path, now: at }]
  })
  await tellAllInTx(tx, letters)
  const last = heads.at(-1) ?? ''
  const days = runs.map((run) => run.day)
  await tx
    .update(reminderRuns)
    .set({ reportedThrough: last })
    .where(and(inArray(reminderRuns.day, days), lt(reminderRuns.reportedThrough, last)))
  return told.length
}
