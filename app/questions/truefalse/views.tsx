import { ChoiceFields } from '#app/questions/choice/choice-fields.tsx'
import type { ChoiceAsk, ChoiceReview } from '#app/questions/choice/option.ts'
import { ReviewedOptions } from '#app/questions/choice/reviewed-options.tsx'
import type { KindViews } from '#app/questions/question.ts'

export const truefalseViews: KindViews<ChoiceAsk, string, ChoiceReview> = {
  AskView: ({ id, ask, answer }) => (
    <ChoiceFields id={id} type="radio" ask={ask} chosen={answer === null ? [] : [answer]} />
  ),
  ReviewView: ({ review }) => <ReviewedOptions options={review.options} say="fact" />,
}
