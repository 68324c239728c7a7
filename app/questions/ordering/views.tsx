import { OrderFields } from '#app/questions/ordering/order-fields.tsx'
import { ReviewedOrder } from '#app/questions/ordering/reviewed-order.tsx'
import type { OrderingAnswer, OrderingAsk, OrderingReview } from '#app/questions/ordering/spec.ts'
import type { KindViews } from '#app/questions/question.ts'

export const orderingViews: KindViews<OrderingAsk, OrderingAnswer, OrderingReview> = {
  AskView: OrderFields,
  ReviewView: ReviewedOrder,
}
