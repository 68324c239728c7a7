import { tidyName } from '#app/people/name.ts'
import { isDay } from '#app/units/day-shape.ts'
import type { Decision, Problem } from '#app/units/reorganisations/reorganisation.ts'
import { lightTypes, type UnitType } from '#app/units/unit.ts'

const longestNumber = 60

/** What is wrong with the decision itself. Classes and teams need no number and no day of one. */
export function decisionProblems({ number, day, effectiveDay }: Decision, types: readonly UnitType[]): Problem[] {
  const isLight = types.length > 0 && types.every((type) => lightTypes.includes(type))
  const problems: Problem[] = []
  const tidied = tidyName(number)
  if ((tidied === '' && !isLight) || tidied.length > longestNumber) problems.push({ problem: 'decision-number' })
  if (!isDay(day) && !(isLight && day === '')) problems.push({ problem: 'decision-day' })
  if (!isDay(effectiveDay)) problems.push({ problem: 'effective-day' })
  return problems
}
