import type { ReactNode } from 'react'

/** A word and, at once and for everybody, what it means: no hover, no press. */
export function Term({ meaning, children }: { meaning: string; children?: ReactNode }) {
  return (
    <>
      <dfn>{children}</dfn> <span className="meaning">({meaning})</span>
    </>
  )
}
