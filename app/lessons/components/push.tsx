import type { ReactNode } from 'react'

/** A drawn button of a drawn phone. */
export function Push({ hit, bad, children }: { hit?: boolean; bad?: boolean; children?: ReactNode }) {
  return <span className={['push', bad && 'bad', hit && 'hit'].filter(Boolean).join(' ')}>{children}</span>
}
