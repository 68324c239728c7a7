import { GapField } from '#app/questions/gap/gap-field.tsx'
import { ReviewedGaps } from '#app/questions/gap/reviewed-gaps.tsx'
import type { GapAnswer, GapAsk, GapReview } from '#app/questions/gap/spec.ts'
import { Html } from '#app/questions/html.tsx'
import type { KindViews } from '#app/questions/question.ts'

export const gapViews: KindViews<GapAsk, GapAnswer, GapReview> = {
  AskView: ({ id, ask, answer }) => (
    <>
      {ask.paragraphs.map((parts, i) => (
        <p className="gaps" key={i}>
          {parts.map((part, j) =>
            part.by === 'prose' ? (
              <Html key={j} of={part.html} />
            ) : (
              <GapField key={j} id={id} gap={part} given={answer?.[part.gap] ?? ''} />
            ),
          )}
        </p>
      ))}
    </>
  ),
  ReviewView: ReviewedGaps,
}
