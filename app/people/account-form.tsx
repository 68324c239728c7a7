import type { ReactNode } from 'react'
import { ProblemList } from '#app/people/problem-list.tsx'

type Props = {
  action: string
  problems: Record<string, string> | undefined
  button: string
  children: ReactNode
}

/** A form that makes or changes one's account: what is wrong first, then the boxes, then the one button. */
export function AccountForm({ action, problems, button, children }: Props) {
  return (
    <form className="flow" method="post" action={action}>
      <ProblemList problems={problems} />
      {children}
      <div className="field">
        <button type="submit" className="btn main">
          {button}
        </button>
      </div>
    </form>
  )
}
