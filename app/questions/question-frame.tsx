import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { Html } from '#app/questions/html.tsx'
import { splitPrompt } from '#app/questions/prompt.ts'
import type { AskedQuestion } from '#app/questions/question.ts'

type Props = {
  question: AskedQuestion
  /** Still to be answered: then what to do is said too. */
  isAsked: boolean
  children: ReactNode
}

/** Title, story, and the question itself as the name of the group of its fields or options. */
export function QuestionFrame({ question, isAsked, children }: Props) {
  const { questions: t } = useWords()
  const { story, asked } = splitPrompt(question.promptHtml)
  const storyId = `story-${question.id}`
  return (
    <div className="question">
      {question.title ? <p className="h">{question.title}</p> : null}
      {story ? <Html of={story} as="div" className="flow story" id={storyId} /> : null}
      <fieldset className="ask" aria-describedby={story ? storyId : undefined}>
        <legend>
          {asked ? <Html of={asked} /> : null}{' '}
          {isAsked || !asked ? <small className="how">{t.how[question.kind]}</small> : null}
        </legend>
        {children}
      </fieldset>
    </div>
  )
}
