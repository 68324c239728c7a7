import { usePath, useWords } from '#app/i18n/words.tsx'
import { AskQuestion } from '#app/questions/ask-question.tsx'
import type { AskedQuestion, Reviewed } from '#app/questions/question.ts'
import { ReviewQuestion } from '#app/questions/review-question.tsx'
import { Icon } from '#app/ui/icon.tsx'

type Props = {
  course: string
  lesson: string
  edition: string
  asked: AskedQuestion
  /** The answer as it was marked, when there is one to show. */
  reviewed?: Reviewed | null
}

/**
 * A practice question in its place. The form works by itself; the page script sends it and puts the answer's page piece
 * `[data-reviewed]` in its stead.
 */
export function Practice({ course, lesson, edition, asked, reviewed }: Props) {
  const t = useWords().lessonPage
  const path = usePath()
  const action = path(`/courses/${course}/${lesson}/answers`)
  return (
    <form className="flow practice" id={`q-${asked.id}`} method="post" action={action} data-practice={asked.id}>
      <input type="hidden" name="edition" value={edition} />
      <input type="hidden" name="question" value={asked.id} />
      {reviewed ? (
        <div className="flow" data-reviewed>
          <ReviewQuestion reviewed={reviewed} />
          <details>
            <summary>
              <Icon name="swap" />
              {t.again}
            </summary>
            <Ask asked={asked} words={t.answer} />
          </details>
        </div>
      ) : (
        <Ask asked={asked} words={t.answer} />
      )}
      <p role="status" className="h" data-state />
    </form>
  )
}

function Ask({ asked, words }: { asked: AskedQuestion; words: string }) {
  return (
    <div className="flow" data-ask>
      <AskQuestion question={asked} answer={null} />
      <button type="submit" className="btn">
        <Icon name="check" />
        {words}
      </button>
    </div>
  )
}
