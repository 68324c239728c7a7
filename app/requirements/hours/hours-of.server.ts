import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { type Authority, isSelf } from '#app/people/person.ts'
import { type HoursOn, hoursOn, quotaDayOf } from '#app/requirements/hours/hours-on.ts'
import { readHourFacts } from '#app/requirements/hours/read-hour-facts.server.ts'
import { recordSeen } from '#app/units/sight/looks-after.server.ts'
import { settingsOn } from '#app/web/settings.server.ts'

/**
 * A person's hours of a year as of a day. Null: not there, or not yours to see; a manager sees no year that began before
 * what they see of the person.
 */
export async function hoursOf(
  viewer: Authority,
  personId: string,
  year: number,
  day: Day,
  now = new Date(),
): Promise<HoursOn | null> {
  if (!(await maySee(viewer, personId, year, now))) return null
  const facts = (await readHourFacts(db, [personId])).get(personId)
  return facts ? hoursOn(facts, settingsOn(quotaDayOf(year, day)).quotas, year, day) : null
}

async function maySee(viewer: Authority, personId: string, year: number, now: Date): Promise<boolean> {
  if (isSelf(viewer, personId)) return true
  const seen = await recordSeen(viewer, personId, now)
  return seen !== null && (seen.from === null || seen.from <= `${year}-01-01`)
}
