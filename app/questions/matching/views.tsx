import { MatchFields } from '#app/questions/matching/match-fields.tsx'
import { ReviewedPairs } from '#app/questions/matching/reviewed-pairs.tsx'
import type { MatchingAnswer, MatchingAsk, MatchingReview } from '#app/questions/matching/spec.ts'
import type { KindViews } from '#app/questions/question.ts'

export const matchingViews: KindViews<MatchingAsk, MatchingAnswer, MatchingReview> = {
  AskView: MatchFields,
  ReviewView: ReviewedPairs,
}
