import { useWords } from '#app/i18n/words.tsx'
import { Html } from '#app/questions/html.tsx'
import type { OrderingReview } from '#app/questions/ordering/spec.ts'
import { Say } from '#app/questions/say.tsx'

/** The items in the right order, each with where the learner put it. */
export function ReviewedOrder({ review }: { review: OrderingReview }) {
  const { order: t } = useWords().questions
  return (
    <ol className="plain told">
      {review.items.map((item) => {
        const isRight = item.given === item.place
        const wrong = item.given === null ? t.none : t.wrong(item.given)
        return (
          <li className={isRight ? 'opt yes' : 'opt no'} key={item.id}>
            <b className="num">{item.place}.</b>
            <Html of={item.html} />
            <Say isRight={isRight}>{isRight ? t.right : wrong}</Say>
          </li>
        )
      })}
    </ol>
  )
}
