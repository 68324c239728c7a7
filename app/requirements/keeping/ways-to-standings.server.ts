import type { Figures } from '#app/requirements/keeping/figures.ts'
import type { Asked, StandingsAsked } from '#app/requirements/keeping/listed-standing.ts'
import { sumFigures } from '#app/requirements/keeping/sum-figures.server.ts'
import { peopleNamed } from '#app/units/memberships/way-to-people.server.ts'

type Group = { requirementId: string; standing: Asked }

/**
 * How standings are found. `walk`: through all who stand so, in the order of names, until the page is full; `gather`: those
 * of the units, and sort them, without the groups that are walked through; `names`: of these few people.
 */
export type WayToStandings =
  | ({ by: 'walk' } & Group)
  | { by: 'gather'; without: Group[] }
  | { by: 'names'; personIds: string[] }

/** From so many on a page is found sooner by walking; where fewer are, the walk would pass too many of other units. */
const many = 5_000
/** A list is joined of so many ways at most. */
const mostWalked = 100

/**
 * SQLite's planner knows nothing of how many rows fit, so the figures are looked at before. Whatever ways are taken, the list
 * is the same: what is guessed here only decides how long it takes. None: nobody stands so.
 */
export async function waysToStandings(asked: StandingsAsked, isToday: boolean): Promise<WayToStandings[]> {
  const personIds = await peopleNamed(asked.words)
  if (personIds) return [{ by: 'names', personIds }]
  const expected = groupsIn((await sumFigures(asked.unitId, asked.day)).all, asked)
  if (expected.length === 0) return []
  // Of a past day there is no order to walk in.
  const walked = isToday ? expected.filter(({ people }) => people >= many).slice(0, mostWalked) : []
  const ways: WayToStandings[] = walked.map(({ requirementId, standing }) => ({ by: 'walk', requirementId, standing }))
  return walked.length === expected.length ? ways : [...ways, { by: 'gather', without: walked }]
}

function groupsIn(figures: Figures, asked: StandingsAsked): Array<Group & { people: number }> {
  return Object.entries(figures)
    .filter(([requirementId]) => asked.requirementId === undefined || asked.requirementId === requirementId)
    .flatMap(([requirementId, figure]) =>
      kinds.map((standing) => ({ requirementId, standing, people: figure[standing] })),
    )
    .filter(({ standing, people }) => people > 0 && (asked.standing === undefined || asked.standing === standing))
}

const kinds = ['due', 'soon', 'overdue', 'done', 'done-late', 'excused'] as const
