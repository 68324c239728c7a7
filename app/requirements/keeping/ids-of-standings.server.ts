import { dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import type { StandingsAsked } from '#app/requirements/keeping/listed-standing.ts'
import { standingsBy } from '#app/requirements/keeping/standings-by.server.ts'
import { wayToStandings } from '#app/requirements/keeping/way-to-standings.server.ts'
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
  const way = await wayToStandings(asked)
  const rows = way ? await standingsBy(scope, asked, way).limit(mostAtOnce * 2) : []
  const personIds = [...new Set(rows.map(({ personId }) => personId))]
  return { personIds: personIds.slice(0, mostAtOnce), isMore: personIds.length > mostAtOnce }
}
