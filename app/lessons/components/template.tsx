import type { ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'

/** A form to fill in; prints on its own page. */
export function Template({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <section className="card template flow-s">
      <h3 className="ic">
        <Icon name="print" />
        <span>{title}</span>
      </h3>
      {children}
    </section>
  )
}
