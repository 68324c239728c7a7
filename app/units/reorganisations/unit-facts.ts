import { tidyName } from '#app/people/name.ts'
import type { NewUnit, Problem } from '#app/units/reorganisations/reorganisation.ts'
import type { Facts, UnitType } from '#app/units/unit.ts'

/** Letters of a unit's name. */
export const longestName = 200
const communes: readonly UnitType[] = ['xa', 'phuong', 'thi_tran']

/** The facts of a unit to be made, tidied but as decreed. */
export function factsOf({ code, name, type, parentId }: NewUnit): Facts {
  return { code: codeOf(code), name: tidyName(name), type, parentId }
}

export function codeOf(typed: string | null | undefined): string | null {
  return tidyName(typed ?? '') || null
}

/** What is wrong with name and code by themselves. Communes have five digits; others what their register gives. */
export function shapeProblems({ code, name, type }: Pick<Facts, 'code' | 'name' | 'type'>): Problem[] {
  const problems: Problem[] = []
  if (!/\p{L}/u.test(name)) problems.push({ problem: 'name-empty' })
  if (name.length > longestName) problems.push({ problem: 'name-long' })
  const pattern = communes.includes(type) ? /^\d{5}$/ : /^[\p{L}\d][\p{L}\d.\-/]{0,19}$/u
  if (code !== null && !pattern.test(code)) problems.push({ problem: 'code-wrong' })
  return problems
}
