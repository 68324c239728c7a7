import { credit } from '#app/questions/credit.ts'
import { type Gap, type GapAnswer, type GapSpec, gapsOf } from '#app/questions/gap/spec.ts'
import type { Mark } from '#app/questions/question.ts'
import { sameText } from '#app/questions/typed/same-text.ts'

/** The share of gaps filled right. */
export function markGap(spec: GapSpec, answer: GapAnswer): Mark {
  const gaps = gapsOf(spec)
  return credit(gaps.filter((gap) => isFilledRight(gap, answer[gap.gap], spec.ignoreTones)).length, gaps.length)
}

export function isFilledRight(gap: Gap, given: string | undefined, ignoreTones: boolean): boolean {
  if (given === undefined) return false
  if (gap.by === 'choice') return gap.choices.some((choice) => choice.id === given && choice.isRight)
  return gap.accepted.some((accepted) => sameText(accepted, given, ignoreTones))
}
