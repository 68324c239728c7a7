import { dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import type { ListedStanding, StandingsAsked, StandingsPage } from '#app/requirements/keeping/listed-standing.ts'
import { rowsOfStandings, type StandingFound } from '#app/requirements/keeping/rows-of-standings.server.ts'
import { earlierDay } from '#app/units/period.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { sightOfUnit } from '#app/units/sight/sight-of.server.ts'

const onPage = 50

/**
 * A page of the people whom a unit, with all below it, had on a day, with how they stood, as it was reported: who stands to
 * two requirements is there twice. In the order of Vietnamese names. A day to come is told as today. Accounts that were
 * closed since are left out, so a page may be shorter. Null: not this viewer's to see, or from before what they may look
 * back on. Four queries; two more when figures are summed anew, and one for a name.
 * @param after what the page before gave as `next`
 */
export async function standingsPage(
  viewer: Authority,
  { after = null, ...asked }: StandingsAsked & { after?: string | null },
  now = new Date(),
): Promise<StandingsPage | null> {
  const scope = await seenBy(viewer, dayOf(now))
  const day = earlierDay(asked.day, scope.day)
  const seen = await sightOfUnit(scope, asked.unitId, undefined, day)
  if (!seen || (seen.historyFrom !== null && day < seen.historyFrom)) return null
  const rows = await rowsOfStandings(scope, { ...asked, day }, { after, most: onPage + 1 })
  const last = rows[onPage - 1]
  const next = rows.length > onPage && last ? `${last.sortKey}.${last.personId}.${last.requirementId}` : null
  return { people: rows.slice(0, onPage).flatMap(listed), next, mayAct: seen.mayAct && day === scope.day }
}

function listed({ sortKey: _, closedAt, unitId, standing, ...row }: StandingFound): ListedStanding[] {
  if (closedAt !== null || unitId === null || standing === 'not-due') return []
  return [{ ...row, unitId, standing, unitName: row.unitName ?? '', position: row.position ?? '' }]
}
