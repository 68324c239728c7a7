import { useWords } from '#app/i18n/words.tsx'
import { Html } from '#app/questions/html.tsx'
import type { AskedQuestion } from '#app/questions/question.ts'
import { views } from '#app/questions/views.ts'

/** A question without fields: for print and for reading aloud. */
export function QuestionText({ question }: { question: AskedQuestion }) {
  const { questions: t } = useWords()
  const { TextView } = views[question.kind]
  return (
    <div className="question-text flow-s">
      {question.title ? <p className="h">{question.title}</p> : null}
      <Html of={question.promptHtml} as="div" />
      <p className="how">{t.how[question.kind]}</p>
      <TextView ask={question.ask} />
    </div>
  )
}
