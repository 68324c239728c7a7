import type { OwnAnswer } from '#app/attempts/result.ts'
import { useWords } from '#app/i18n/words.tsx'
import { AskQuestion } from '#app/questions/ask-question.tsx'
import { Html } from '#app/questions/html.tsx'
import { Verdict } from '#app/questions/verdict.tsx'
import { Note } from '#app/ui/note.tsx'

/** The own answer as it was given, whether it was right, and what there is to say about it. */
export function OwnAnswerView({ own }: { own: OwnAnswer }) {
  const t = useWords().questions
  return (
    <div className="flow">
      <fieldset disabled>
        <AskQuestion question={own.asked} answer={own.answer} />
      </fieldset>
      <Verdict mark={own.mark} />
      {own.saysHtml.length > 0 ? (
        <Note title={t.why}>
          {own.saysHtml.map((html) => (
            <Html key={html} of={html} as="div" className="flow-s" />
          ))}
        </Note>
      ) : null}
    </div>
  )
}
