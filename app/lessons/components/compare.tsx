import type { ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'

/** Two things side by side. */
export function Compare({ children }: { children?: ReactNode }) {
  return <div className="pair">{children}</div>
}

/** One of the two: its sender, its message, and what gives it away. */
export function Side({
  kind,
  title,
  from,
  children,
}: {
  kind: 'fake' | 'real'
  title: string
  from?: string
  children?: ReactNode
}) {
  return (
    <figure className={kind === 'fake' ? 'fake' : undefined}>
      <figcaption>
        <span className="ic">
          <Icon name={kind === 'fake' ? 'cross' : 'check'} />
          <span>{title}</span>
        </span>
      </figcaption>
      <div>
        {from ? <p className="from">{from}</p> : null}
        {children}
      </div>
    </figure>
  )
}

export function GoodPoints({ children }: { children?: ReactNode }) {
  return <ul className="plain flow-s">{children}</ul>
}

export function GoodPoint({ children }: { children?: ReactNode }) {
  return (
    <li>
      <span className="ic up">
        <Icon name="check" />
        <span>{children}</span>
      </span>
    </li>
  )
}
