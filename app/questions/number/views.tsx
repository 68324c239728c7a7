import { formatNumber } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import type { NumberAsk, NumberReview } from '#app/questions/number/spec.ts'
import type { KindViews } from '#app/questions/question.ts'
import { ReviewedTyping } from '#app/questions/typed/reviewed-typing.tsx'
import { TypedField } from '#app/questions/typed/typed-field.tsx'

export const numberViews: KindViews<NumberAsk, string, NumberReview> = {
  AskView: ({ id, ask, answer }) => {
    const { questions: t } = useWords()
    const label = ask.unit ? t.answerLabelIn(ask.unit) : t.answerLabel
    return <TypedField id={id} label={label} answer={answer} inputMode="decimal" maxLength={60} />
  },
  ReviewView: ({ review }) => {
    const { questions: t } = useWords()
    const locale = useLocale()
    const { right, unit, tolerance } = review
    return (
      <ReviewedTyping {...review} right={unit && !right.endsWith(unit) ? `${right} ${unit}` : right}>
        {tolerance > 0 ? <span>{t.within(formatNumber(tolerance, locale))}</span> : null}
        {review.given !== null && !review.isNumber ? <span>{t.notNumber}</span> : null}
      </ReviewedTyping>
    )
  },
}
