import type { CarriedOut, Refused } from '#app/units/reorganisations/reorganisation.ts'

/** The unit that a decision of the set makes. What is refused here is a mistake in the set itself. */
export function made(outcome: CarriedOut | Refused | null): string {
  const [unitId] = carried(outcome).made
  if (unitId === undefined) throw new Error('the decision made no unit')
  return unitId
}

export function carried(outcome: CarriedOut | Refused | null): CarriedOut {
  if (outcome === null || 'problems' in outcome) throw new Error(`refused: ${JSON.stringify(outcome)}`)
  return outcome
}
