import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { db, write } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import type { OpenRun } from '#app/requirements/reminders/reports-due.server.ts'
import { reminderRuns } from '#app/requirements/schema.ts'

/** Whether the run of a day was made to its end. One query of one row. */
export async function isMade(day: Day): Promise<boolean> {
  const [row] = await db
    .select({ day: reminderRuns.day })
    .from(reminderRuns)
    .where(and(eq(reminderRuns.day, day), isNotNull(reminderRuns.endedAt)))
  return row !== undefined
}

/** Notes that the run of a day began; gives it and all that ended in the middle. */
export async function beginRun(day: Day, at: Date): Promise<OpenRun[]> {
  await write((tx) => tx.insert(reminderRuns).values({ day, beganAt: at, reportedThrough: '' }).onConflictDoNothing())
  return db
    .select({ day: reminderRuns.day, reportedThrough: reminderRuns.reportedThrough })
    .from(reminderRuns)
    .where(isNull(reminderRuns.endedAt))
    .orderBy(asc(reminderRuns.day))
}

export async function endRuns(runs: readonly OpenRun[]): Promise<void> {
  const days = runs.map(({ day }) => day)
  await write((tx) => tx.update(reminderRuns).set({ endedAt: new Date() }).where(inArray(reminderRuns.day, days)))
}
