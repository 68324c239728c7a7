import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import type { LessonDocument } from '#app/lessons/lesson-document.ts'

type Props = {
  document: LessonDocument
  /** The course's address: media stand under it. */
  course: string
  /** What stands at a question's place. */
  question(id: string): ReactNode
}

/** A lesson's cards, one idea each, numbered as the contents list numbers them. */
export function LessonBody({ document, course, question }: Props) {
  const t = useWords().lessonPage
  return (
    <>
      {document.cards.map((card, place) => (
        <section
          key={card.id}
          className={card.isSummary ? 'flow card-part summary-part' : 'flow card-part'}
          id={card.id}
          aria-labelledby={`${card.id}-h`}
          data-card={place + 1}
        >
          <h2 id={`${card.id}-h`}>
            {place + 1}. {card.title}
          </h2>
          {card.blocks.map((block, position) =>
            block.kind === 'html' ? (
              <Html key={position} html={block.html.replaceAll('/courses/@course/', `/courses/${course}/`)} />
            ) : (
              <div key={block.question}>{question(block.question)}</div>
            ),
          )}
        </section>
      ))}
      {document.glossary.length > 0 ? (
        <section className="flow read" aria-labelledby="glossary-h">
          <h2 id="glossary-h">{t.glossary}</h2>
          <dl className="facts glossary">
            {document.glossary.map((term) => (
              <div key={term.id} id={term.id}>
                <dt>{term.term}</dt>
                <dd>{term.meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
    </>
  )
}

/** Finished HTML of the lesson compiler, the only HTML that is ever put in as it is. */
function Html({ html }: { html: string }) {
  return <div className="flow" dangerouslySetInnerHTML={{ __html: html }} />
}
