import type { Scope } from '#app/units/sight/sight.ts'
import type { State, UnitType } from '#app/units/unit.ts'

const ofTheirOwn: readonly UnitType[] = ['doanh_nghiep', 'htx', 'phan_xuong_to_chuyen', 'lop', 'to_cnsc']

/**
 * Names and history of public bodies are published in decrees: whoever holds any role may look them up. Enterprises,
 * teams and classes only show to those who stand above or in them.
 */
export function isOpenTo(scope: Scope, states: readonly Pick<State, 'type'>[]): boolean {
  if (scope.isEverything) return true
  return scope.grants.length > 0 && states.every(({ type }) => !ofTheirOwn.includes(type))
}
