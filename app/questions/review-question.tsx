import { useWords } from '#app/i18n/words.tsx'
import { Html } from '#app/questions/html.tsx'
import type { Reviewed } from '#app/questions/question.ts'
import { QuestionFrame } from '#app/questions/question-frame.tsx'
import { Verdict } from '#app/questions/verdict.tsx'
import { views } from '#app/questions/views.ts'
import { Note } from '#app/ui/note.tsx'

/** A closed question: what was answered, what was right, why; for each option and as a whole. */
export function ReviewQuestion({ reviewed }: { reviewed: Reviewed }) {
  const { questions: t } = useWords()
  const { ReviewView } = views[reviewed.kind]
  return (
    <div className="flow reviewed">
      <QuestionFrame question={reviewed} isAsked={false}>
        <Verdict mark={reviewed.mark} />
        <ReviewView review={reviewed.review} />
      </QuestionFrame>
      {reviewed.whyHtml ? (
        <Note title={t.why}>
          <Html of={reviewed.whyHtml} as="div" className="flow-s" />
        </Note>
      ) : null}
    </div>
  )
}
