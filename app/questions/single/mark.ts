import type { ChoiceSpec } from '#app/questions/choice/option.ts'
import { credit } from '#app/questions/credit.ts'
import type { Mark } from '#app/questions/question.ts'

export function markSingle(spec: ChoiceSpec, answer: string): Mark {
  const isRight = spec.options.some((option) => option.id === answer && option.isRight)
  return credit(isRight ? 1 : 0, 1)
}
