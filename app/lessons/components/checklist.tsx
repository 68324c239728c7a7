import type { ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'

/** Things to tick off, on screen or on paper. The ticks are the reader's own and go nowhere. */
export function Checklist({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <section className="card checklist flow-s">
      <h3 className="ic">
        <Icon name="check" />
        <span>{title}</span>
      </h3>
      {children}
    </section>
  )
}

export function Ticks({ children }: { children?: ReactNode }) {
  return <ul className="plain">{children}</ul>
}

export function Tick({ children }: { children?: ReactNode }) {
  return (
    <li>
      <label className="tick">
        <input type="checkbox" />
        <span>{children}</span>
      </label>
    </li>
  )
}
