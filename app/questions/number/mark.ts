import { credit } from '#app/questions/credit.ts'
import type { NumberSpec } from '#app/questions/number/spec.ts'
import type { Mark } from '#app/questions/question.ts'
import { parseNumber } from '#app/questions/typed/parse-number.ts'

export function markNumber(spec: NumberSpec, answer: string): Mark {
  const value = parseNumber(answer, spec.unit)
  const isRight = value !== null && isNear(value, spec.right.value, spec.tolerance)
  return credit(isRight ? 1 : 0, 1)
}

/** With room for how computers keep decimals: 0.4 is within 0.1 of 0.3. */
export function isNear(value: number, right: number, tolerance: number): boolean {
  const room = 4 * Number.EPSILON * Math.max(1, Math.abs(value), Math.abs(right))
  return Math.abs(value - right) <= tolerance + room
}
