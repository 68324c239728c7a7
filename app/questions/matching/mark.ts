import { credit } from '#app/questions/credit.ts'
import type { MatchingAnswer, MatchingSpec } from '#app/questions/matching/spec.ts'
import type { Mark } from '#app/questions/question.ts'

/** The share of left sides with the right side that fits. */
export function markMatching(spec: MatchingSpec, answer: MatchingAnswer): Mark {
  const right = spec.lefts.filter((left) => answer[left.id] === left.right).length
  return credit(right, spec.lefts.length)
}
