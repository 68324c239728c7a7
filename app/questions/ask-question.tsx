import type { AskedQuestion } from '#app/questions/question.ts'
import { QuestionFrame } from '#app/questions/question-frame.tsx'
import { views } from '#app/questions/views.ts'

/** The fields of a question, filled with the answer already given. Put it into a form; it brings no button. */
export function AskQuestion({ question, answer = null }: { question: AskedQuestion; answer?: unknown }) {
  const { AskView } = views[question.kind]
  return (
    <QuestionFrame question={question} isAsked>
      <AskView id={question.id} ask={question.ask} answer={answer} />
    </QuestionFrame>
  )
}
