import { Html } from '#app/questions/html.tsx'
import { MatchFields } from '#app/questions/matching/match-fields.tsx'
import { ReviewedPairs } from '#app/questions/matching/reviewed-pairs.tsx'
import { Rights } from '#app/questions/matching/rights.tsx'
import type { MatchingAnswer, MatchingAsk, MatchingReview } from '#app/questions/matching/spec.ts'
import type { KindViews } from '#app/questions/question.ts'

export const matchingViews: KindViews<MatchingAsk, MatchingAnswer, MatchingReview> = {
  AskView: MatchFields,
  ReviewView: ReviewedPairs,
  TextView: ({ ask }) => (
    <>
      <Rights ask={ask} />
      <ul className="paper-boxes">
        {ask.lefts.map((left) => (
          <li key={left.id}>
            <Html of={left.html} />
          </li>
        ))}
      </ul>
    </>
  ),
}
