import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/words.tsx'

type Props = {
  action: string
  /** What was typed: it goes along unseen, and comes back when something is to be changed. */
  values: Record<string, string>
  /** What will be done, in the words of the button. */
  button: string
  children: ReactNode
}

/** What would be written, before it is; nothing is kept meanwhile, so the form carries it. */
export function DeskPreview({ action, values, button, children }: Props) {
  const t = useWords().units.desk
  return (
    <section className="flow" aria-labelledby="preview">
      <h2 id="preview">{t.preview}</h2>
      {children}
      <p>{t.nothingYet}</p>
      <form className="row" method="post" action={action}>
        {Object.entries(values)
          .filter(([name]) => name !== 'step')
          .map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        <button type="submit" className="btn main" name="step" value="write">
          {button}
        </button>
        <button type="submit" className="btn" name="step" value="edit">
          {t.edit}
        </button>
      </form>
    </section>
  )
}
