import { useWords } from '#app/i18n/words.tsx'
import { Html } from '#app/questions/html.tsx'
import type { MatchingReview } from '#app/questions/matching/spec.ts'
import { Say } from '#app/questions/say.tsx'

/** Each left side with what fits it and what was chosen. */
export function ReviewedPairs({ review }: { review: MatchingReview }) {
  const { match: t, shouldBe } = useWords().questions
  return (
    <ul className="plain told">
      {review.pairs.map((pair) => {
        const wrong = pair.given === null ? t.none : t.wrong(pair.given)
        return (
          <li className={pair.isRight ? 'opt yes one' : 'opt no one'} key={pair.id}>
            <Html of={pair.html} />
            <span>
              {shouldBe} <b>{pair.right}</b>
            </span>
            <Say isRight={pair.isRight}>{pair.isRight ? t.right : wrong}</Say>
          </li>
        )
      })}
    </ul>
  )
}
