import { db } from '#app/db/db.server.ts'
import { dayOf, yearOf } from '#app/i18n/day.ts'
import { type Authority, isSelf } from '#app/people/person.ts'
import { personById } from '#app/people/person-by-id.server.ts'
import { creditsInSight } from '#app/requirements/hours/credits-seen.server.ts'
import { type HoursOn, hoursOn } from '#app/requirements/hours/hours-on.ts'
import { readHourFacts } from '#app/requirements/hours/read-hour-facts.server.ts'
import { creditRowsOf, type OwnCredit, toldCredits } from '#app/requirements/hours/told-credits.server.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { sightOf } from '#app/units/sight/sight-of.server.ts'
import { settingsOn } from '#app/web/settings.server.ts'

export type HoursAtDesk = { id: string; fullName: string; year: number; hours: HoursOn; credits: OwnCredit[] }

/**
 * Somebody's hours of this year and what they learnt elsewhere, for whoever looks after them: as `hoursOf` and `creditsOf`
 * tell them, read at once. Null: not there, or not this manager's to see. Nine queries.
 */
export async function hoursAtDesk(manager: Authority, personId: string, now = new Date()): Promise<HoursAtDesk | null> {
  const [today, year] = [dayOf(now), yearOf(now)]
  const seen = await sightOf(await seenBy(manager, today), personId)
  const inSight = creditsInSight(seen)
  const isOwn = isSelf(manager, personId)
  if (!seen || !inSight || (!isOwn && seen.historyFrom !== null && seen.historyFrom > `${year}-01-01`)) return null
  const person = await personById(manager, personId)
  if (!person) return null
  const facts = (await readHourFacts(db, [personId])).get(personId)
  if (!facts) return null
  const rows = await creditRowsOf(personId)
  return {
    ...{ id: person.id, fullName: person.fullName, year },
    hours: hoursOn(facts, settingsOn(today).quotas, year, today),
    credits: toldCredits(rows, isOwn ? () => true : inSight, facts, today),
  }
}
