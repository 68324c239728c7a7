import type { ReactNode } from 'react'
import { Html } from '#app/questions/html.tsx'
import { splitPrompt } from '#app/questions/prompt.ts'
import type { AskedQuestion } from '#app/questions/question.ts'

/** Title, story, and the question itself as the name of the group of its fields or options. */
export function QuestionFrame({
  question,
  how,
  children,
}: {
  question: AskedQuestion
  how: string
  children: ReactNode
}) {
  const { story, asked } = splitPrompt(question.promptHtml)
  const storyId = `story-${question.id}`
  return (
    <div className="question">
      {question.title ? <p className="h">{question.title}</p> : null}
      {story ? <Html of={story} as="div" className="flow story" id={storyId} /> : null}
      <fieldset className="ask" aria-describedby={story ? storyId : undefined}>
        <legend>
          {asked ? <Html of={asked} /> : null} {how ? <small className="how">{how}</small> : null}
        </legend>
        {children}
      </fieldset>
    </div>
  )
}
