import { type Authority, mayAdminister } from '#app/people/person.ts'
import { type ReorganisationKind, reorganisationKinds } from '#app/units/reorganisations/reorganisation.ts'
import { lightTypes, type UnitType, unitTypes } from '#app/units/unit.ts'

/** What a page offers who acts for a unit: administrators everything, managers their classes and teams (may-reorganise). */
export function kindsOpenTo(who: Authority, type: UnitType): readonly ReorganisationKind[] {
  if (mayAdminister(who)) return reorganisationKinds
  return lightTypes.includes(type) ? ['establish', 'rename', 'move', 'dissolve'] : ['establish']
}

/** The types of units that somebody may establish. */
export function typesOpenTo(who: Authority): readonly UnitType[] {
  return mayAdminister(who) ? unitTypes : lightTypes
}
