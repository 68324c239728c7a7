import type { ReactNode } from 'react'

/** What to remember; prints on A5, to hang beside the phone. */
export function Summary({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <section className="card summary flow-s">
      <h3>{title}</h3>
      {children}
    </section>
  )
}
