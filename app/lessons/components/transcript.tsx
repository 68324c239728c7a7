import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/words.tsx'

/** The words of a recording, for who cannot hear it or would rather read. */
export function Transcript({ children }: { children?: ReactNode }) {
  const { lessons } = useWords()
  return (
    <details>
      <summary>{lessons.transcript}</summary>
      <div className="flow-s">{children}</div>
    </details>
  )
}
