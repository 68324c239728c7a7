import { dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import type { StandingsAsked } from '#app/requirements/keeping/listed-standing.ts'
import { standingsBy } from '#app/requirements/keeping/standings-by.server.ts'
import { waysToStandings } from '#app/requirements/keeping/ways-to-standings.server.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { sightOfUnit } from '#app/units/sight/sight-of.server.ts'

const mostAtOnce = 5_000

/**
 * Everybody of a list as it stands today, each once, for whoever acts for the unit: to act on many at once. `isMore`: there
 * are more than 5,000, and these are some of them. Null: not this actor's to do.
 */
export async function idsOfStandings(
  actor: Authority,
  filter: Omit<StandingsAsked, 'day'>,
  now = new Date(),
): Promise<{ personIds: string[]; isMore: boolean } | null> {
  const day = dayOf(now)
  const scope = await seenBy(actor, day)
  if (!(await sightOfUnit(scope, filter.unitId))?.mayAct) return null
  const asked = { ...filter, day }
  const found = new Set<string>()
  for (const way of await waysToStandings(asked, true))
    for (const { personId } of await standingsBy(scope, asked, way).limit(mostAtOnce * 2)) found.add(personId)
  const personIds = [...found]
  return { personIds: personIds.slice(0, mostAtOnce), isMore: personIds.length > mostAtOnce }
}
