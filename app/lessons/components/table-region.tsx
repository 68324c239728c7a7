import type { ReactNode } from 'react'

/** A wide table scrolls in a region of its own, which the keyboard can reach and which has a name. */
export function TableRegion({ label, children }: { label: string; children?: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a section without a heading would say less
    <div className="scroll" tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  )
}
