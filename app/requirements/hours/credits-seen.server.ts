import { type Day, dayOf } from '#app/i18n/day.ts'
import { type Authority, isSelf } from '#app/people/person.ts'
import type { CreditState } from '#app/requirements/hours/credit.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import type { SightOfPerson } from '#app/units/sight/sight.ts'
import { sightOf } from '#app/units/sight/sight-of.server.ts'

type Told = { completedDay: Day; state: CreditState }

/**
 * Which of a person's learning elsewhere somebody sees: oneself all of it; whoever looks after them what was completed since
 * their sight begins, and what waits for their word, however old. Null: none. Two queries at most.
 */
export async function creditsSeen(
  viewer: Authority,
  personId: string,
  now: Date,
): Promise<((credit: Told) => boolean) | null> {
  if (isSelf(viewer, personId)) return () => true
  return creditsInSight(await sightOf(await seenBy(viewer, dayOf(now)), personId))
}

/** The same for whoever is not the person themselves, by their sight of the person. */
export function creditsInSight(seen: SightOfPerson | null): ((credit: Told) => boolean) | null {
  if (!seen?.mayAct || seen.sight === 'band') return null
  const { historyFrom } = seen
  return ({ completedDay, state }) => historyFrom === null || state === 'provisional' || completedDay >= historyFrom
}
