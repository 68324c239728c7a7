import { useWords } from '#app/i18n/words.tsx'
import type { GapReview, ReviewedGap } from '#app/questions/gap/spec.ts'
import { Html } from '#app/questions/html.tsx'
import { Say } from '#app/questions/say.tsx'

/** The text with its gaps filled as they should be, then each gap with what was given. */
export function ReviewedGaps({ review }: { review: GapReview }) {
  const gaps = review.paragraphs.flat().filter((part): part is ReviewedGap => part.by === 'gap')
  return (
    <div className="told">
      {review.paragraphs.map((parts, i) => (
        <p key={i}>
          {parts.map((part, j) =>
            part.by === 'prose' ? <Html key={j} of={part.html} /> : <mark key={j}>{part.right[0]}</mark>,
          )}
        </p>
      ))}
      <ol className="plain told">
        {gaps.map((gap) => (
          <GapOutcome key={gap.gap} gap={gap} />
        ))}
      </ol>
    </div>
  )
}

function GapOutcome({ gap }: { gap: ReviewedGap }) {
  const { questions: t } = useWords()
  const [right, ...also] = gap.right
  return (
    <li className={gap.isRight ? 'opt yes one' : 'opt no one'}>
      <span>
        {t.blank(gap.gap)}. {t.shouldBe} <b className="typed">{right}</b>
      </span>
      {also.length > 0 ? (
        <span>
          {t.alsoAccepted} {also.join(', ')}
        </span>
      ) : null}
      <Say isRight={gap.isRight}>
        {gap.isRight ? t.gap.right : gap.given === null ? t.gap.none : t.gap.wrong(gap.given)}
      </Say>
    </li>
  )
}
