import type { ReactNode } from 'react'

/** A message as it stands on a screen. */
export function Bubble({ children }: { children?: ReactNode }) {
  return <div className="bubble">{children}</div>
}
