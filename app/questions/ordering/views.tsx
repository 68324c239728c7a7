import { Html } from '#app/questions/html.tsx'
import { OrderFields } from '#app/questions/ordering/order-fields.tsx'
import { ReviewedOrder } from '#app/questions/ordering/reviewed-order.tsx'
import type { OrderingAnswer, OrderingAsk, OrderingReview } from '#app/questions/ordering/spec.ts'
import type { KindViews } from '#app/questions/question.ts'

export const orderingViews: KindViews<OrderingAsk, OrderingAnswer, OrderingReview> = {
  AskView: OrderFields,
  ReviewView: ReviewedOrder,
  TextView: ({ ask }) => (
    <ul className="paper-boxes">
      {ask.items.map((item) => (
        <li key={item.id}>
          <Html of={item.html} />
        </li>
      ))}
    </ul>
  ),
}
