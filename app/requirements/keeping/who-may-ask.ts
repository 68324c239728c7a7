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
  return ({ places, named }: Pick<PersonFacts, 'places' | 'named'>): Asking[] => {
    const above = new Set(places.flatMap(({ unitId }) => (tree.lines.get(unitId) ?? []).map((line) => line.ancestorId)))
    const found = new Set([...above].flatMap((unitId) => byUnit.get(unitId) ?? []))
    if (named.size > 0) for (const one of all) if (named.has(one.id)) found.add(one)
    return [...found]
  }
}
