import { credit, noCredit } from '#app/questions/credit.ts'
import type { MultipleSpec } from '#app/questions/multiple/spec.ts'
import type { Mark } from '#app/questions/question.ts'

/** Each right choice counts up, each wrong one down, never below nothing. */
export function markMultiple(spec: MultipleSpec, answer: readonly string[]): Mark {
  const chosen = spec.options.filter((option) => answer.includes(option.id))
  const right = chosen.filter((option) => option.isRight).length
  const wrong = chosen.length - right
  const mark = credit(right - wrong, spec.options.filter((option) => option.isRight).length)
  return spec.allOrNothing && !mark.isRight ? noCredit : mark
}
