import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** What the reviewer must still verify; the learner is told so. */
export function Unverified({ inWords, children }: { inWords?: boolean; children?: ReactNode }) {
  const { lessons } = useWords()
  if (inWords) {
    return (
      <>
        {children} <b className="tag due">{lessons.unverified}</b>
      </>
    )
  }
  return (
    <div className="note warn unverified">
      <p className="ic">
        <Icon name="warn" />
        <span>{lessons.unverified}</span>
      </p>
      {children}
    </div>
  )
}
