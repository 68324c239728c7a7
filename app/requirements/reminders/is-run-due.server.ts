import { dayOf, startOf } from '#app/i18n/day.ts'
import { isMade } from '#app/requirements/reminders/day-of-run.server.ts'

const fromMs = 7.5 * 60 * 60_000

/** Whether the run of this day is still to be made: from half past seven on, by Vietnamese clocks. At most one query of one row. */
export async function isRunDue(now: Date): Promise<boolean> {
  const day = dayOf(now)
  return now.getTime() >= startOf(day).getTime() + fromMs && !(await isMade(day))
}
