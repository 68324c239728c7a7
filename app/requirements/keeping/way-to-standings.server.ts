import { askedIn, type Figures } from '#app/requirements/keeping/figures.ts'
import type { StandingsAsked } from '#app/requirements/keeping/listed-standing.ts'
import { sumFigures } from '#app/requirements/keeping/sum-figures.server.ts'
import { peopleNamed } from '#app/units/memberships/way-to-people.server.ts'

/**
 * How standings are found. `walk`: through all names in their order until the page is full; `gather`: those of the units,
 * sorted; `names`: of these few people.
 */
export type WayToStandings = { by: 'walk' } | { by: 'gather' } | { by: 'names'; personIds: string[] }

/** From so many on a page is found sooner by walking; where fewer are, the walk would pass too many others. */
const many = 5_000

/**
 * SQLite's planner knows nothing of how many rows fit, so the figures are looked at before. Whatever way is taken, the list
 * is the same: what is guessed here only decides how long it takes. Null: nobody stands so.
 */
export async function wayToStandings(asked: StandingsAsked): Promise<WayToStandings | null> {
  const personIds = await peopleNamed(asked.words)
  if (personIds) return { by: 'names', personIds }
  const expected = countedIn((await sumFigures(asked.unitId, asked.day)).all, asked)
  if (expected === 0) return null
  return { by: expected < many ? 'gather' : 'walk' }
}

function countedIn(figures: Figures, { requirementId, standing }: StandingsAsked): number {
  return Object.entries(figures)
    .filter(([id]) => requirementId === undefined || requirementId === id)
    .reduce((sum, [, figure]) => sum + (standing === undefined ? askedIn(figure) : figure[standing]), 0)
}
