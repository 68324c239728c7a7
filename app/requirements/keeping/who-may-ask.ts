import type { PersonFacts } from '#app/requirements/keeping/read-people.server.ts'
import { withHeirs } from '#app/requirements/keeping/with-heirs.ts'
import type { Requirement } from '#app/requirements/requirement.ts'
import type { Tree } from '#app/requirements/standing/audience.ts'

/**
 * Of many requirements those that may mean a person: a clause speaks of a unit above a place of theirs, or of one that took
 * over from it; or they are named. A province has hundreds, a person some few.
 */
export function whoMayAsk<Asking extends Requirement>(all: readonly Asking[], tree: Tree) {
  const byUnit = new Map<string, Asking[]>()
  for (const one of all)
    for (const unitId of withHeirs(
      one.clauses.map((clause) => clause.unitId),
      tree,
    ))
      byUnit.set(unitId, [...(byUnit.get(unitId) ?? []), one])
  const known = new Map<string, Asking[]>()
  const ofPlace = (unitId: string): Asking[] => {
    const before = known.get(unitId)
    if (before) return before
    const above = (tree.lines.get(unitId) ?? []).map((line) => line.ancestorId)
    const own = [...new Set(above.flatMap((ancestorId) => byUnit.get(ancestorId) ?? []))]
    known.set(unitId, own)
    return own
  }
  return ({ places, named }: Pick<PersonFacts, 'places' | 'named'>): Asking[] => {
    const [first, second] = new Set(places.map(({ unitId }) => unitId))
    if (first !== undefined && second === undefined && named.size === 0) return ofPlace(first)
    const found = new Set(places.flatMap(({ unitId }) => ofPlace(unitId)))
    if (named.size > 0) for (const one of all) if (named.has(one.id)) found.add(one)
    return [...found]
  }
}
