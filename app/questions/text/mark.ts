import { credit } from '#app/questions/credit.ts'
import type { Mark } from '#app/questions/question.ts'
import type { TextSpec } from '#app/questions/text/spec.ts'
import { sameText } from '#app/questions/typed/same-text.ts'

export function markText(spec: TextSpec, answer: string): Mark {
  const isRight = spec.accepted.some((accepted) => sameText(accepted.text, answer, spec.ignoreTones))
  return credit(isRight ? 1 : 0, 1)
}
