import { db } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { creditsSeen } from '#app/requirements/hours/credits-seen.server.ts'
import { readHourFacts } from '#app/requirements/hours/read-hour-facts.server.ts'
import { creditRowsOf, isConfirmed, type OwnCredit, toldCredits } from '#app/requirements/hours/told-credits.server.ts'

/**
 * Learning elsewhere that a person told of, of accounts folded into theirs too, the last completed first: one's own, or as far
 * back as one sees of them. Null: not yours to see. One query for oneself; five more where something was confirmed.
 */
export async function creditsOf(viewer: Authority, personId: string, now = new Date()): Promise<OwnCredit[] | null> {
  const isSeen = await creditsSeen(viewer, personId, now)
  if (!isSeen) return null
  const rows = await creditRowsOf(personId)
  const facts = rows.some(isConfirmed) ? (await readHourFacts(db, [personId])).get(personId) : undefined
  return toldCredits(rows, isSeen, facts, dayOf(now))
}
