import type { PersonFacts } from '#app/requirements/keeping/read-people.server.ts'
import type { Requirement } from '#app/requirements/requirement.ts'
import { boundPeriods, type Tree } from '#app/requirements/standing/audience.ts'
import type { Facts } from '#app/requirements/standing/facts.ts'

/** What of a person decides one requirement. */
export function factsFor(requirement: Requirement, person: PersonFacts, tree: Tree): Facts {
  const named = person.named.get(requirement.id) ?? []
  const { completed, exceptions } = person
  return { bound: boundPeriods(requirement, { places: person.places, named }, tree), completed, exceptions }
}
