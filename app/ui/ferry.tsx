import type { ReactNode } from 'react'

export type Crossing = 'here' | 'sending' | 'received'

const boats: Record<Crossing, string> = {
  here: 'M16 16q14 6 28-2l-6 12h-15zM25 16q0-8 5-8t5 8zM22 8l8-7 8 7z',
  sending: 'M32 16q14 6 28-2l-6 12h-15zM41 16q0-8 5-8t5 8zM38 8l8-7 8 7z',
  received: 'M48 16q14 6 28-2l-6 12h-15zM57 16q0-8 5-8t5 8zM54 8l8-7 8 7z',
}

/** Where an answer is: on this bank, on the water, or on the far bank. The words say it; the boat shows it. */
export function Ferry({ state, children }: { state: Crossing; children: ReactNode }) {
  return (
    <span className="ferry" data-ferry={state}>
      <svg viewBox="0 0 92 32" aria-hidden="true" focusable="false">
        <path className="bank" d="M0 14h8v6h6v6h6v6H0z" />
        <path className="bank" d="M92 14h-8v6h-6v6h-6v6h20z" />
        <path className="water" d="M23 29q4-4 8 0t8 0 8 0 8 0 8 0 7-1" />
        {Object.entries(boats).map(([crossing, drawing]) => (
          <path key={crossing} className="boat" data-boat={crossing} d={drawing} />
        ))}
      </svg>
      <span data-ferry-words>{children}</span>
    </span>
  )
}
