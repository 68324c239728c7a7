import { useWords } from '#app/i18n/words.tsx'
import type { KindViews } from '#app/questions/question.ts'
import type { TextAsk, TextReview } from '#app/questions/text/spec.ts'
import { ReviewedTyping } from '#app/questions/typed/reviewed-typing.tsx'
import { TypedField } from '#app/questions/typed/typed-field.tsx'

export const textViews: KindViews<TextAsk, string, TextReview> = {
  AskView: ({ id, answer }) => {
    const { questions: t } = useWords()
    return <TypedField id={id} label={t.answerLabel} answer={answer} maxLength={200} />
  },
  ReviewView: ({ review }) => {
    const { questions: t } = useWords()
    const [right = '', ...also] = review.accepted
    return (
      <ReviewedTyping {...review} right={right}>
        {also.length > 0 ? (
          <span>
            {t.alsoAccepted} {also.join(', ')}
          </span>
        ) : null}
      </ReviewedTyping>
    )
  },
}
