import { gap } from '#app/questions/gap/gap.ts'
import { matching } from '#app/questions/matching/matching.ts'
import { multiple } from '#app/questions/multiple/multiple.ts'
import { number } from '#app/questions/number/number.ts'
import { ordering } from '#app/questions/ordering/ordering.ts'
import type { AnyKind, QuestionKindName } from '#app/questions/question.ts'
import { single } from '#app/questions/single/single.ts'
import { text } from '#app/questions/text/text.ts'
import { truefalse } from '#app/questions/truefalse/truefalse.ts'

/** Every kind of question, one line each. Server only: the views stand in `views.ts`. */
export const kinds: Readonly<Record<QuestionKindName, AnyKind>> = {
  single,
  multiple,
  truefalse,
  ordering,
  matching,
  text,
  number,
  gap,
}

export function kindOf(name: QuestionKindName): AnyKind {
  return kinds[name]
}
