import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { Html } from '#app/questions/html.tsx'
import { Say } from '#app/questions/say.tsx'

type Props = {
  given: string | null
  isRight: boolean
  whyHtml: string
  right: string
  others: Array<{ text: string; whyHtml: string }>
  /** More about what is accepted, or why this is not. */
  children?: ReactNode
}

/** What was typed and what came of it, what was right, and the other answers the author saw coming. */
export function ReviewedTyping({ given, isRight, whyHtml, right, others, children }: Props) {
  const { questions: t } = useWords()
  return (
    <div className="told">
      <div className={isRight ? 'opt yes one' : 'opt no one'}>
        <span>
          {given === null ? (
            t.empty
          ) : (
            <>
              {t.yours} <b className="typed">{given}</b>
            </>
          )}
        </span>
        {given === null ? null : <Say isRight={isRight}>{isRight ? t.option.factRight : t.verdict.wrong}</Say>}
        {whyHtml ? <Html of={whyHtml} as="div" className="explain flow-s" /> : null}
      </div>
      <div className="opt one">
        <span>
          {t.shouldBe} <b className="typed">{right}</b>
        </span>
        {children}
      </div>
      {others.length > 0 ? <p className="others">{t.others}</p> : null}
      {others.map((other) => (
        <div className="opt one" key={other.text}>
          <b className="typed">{other.text}</b>
          <Html of={other.whyHtml} as="div" className="explain flow-s" />
        </div>
      ))}
    </div>
  )
}
