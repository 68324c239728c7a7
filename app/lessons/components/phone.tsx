import type { ReactNode } from 'react'

/** A drawn phone screen. Read aloud it is its `alt`. */
export function Phone({ title, alt, children }: { title: string; alt: string; children?: ReactNode }) {
  return (
    <div className="phone" role="img" aria-label={alt}>
      <span className="bar">{title}</span>
      {children}
    </div>
  )
}

export function PhoneText({ children }: { children?: ReactNode }) {
  return <span>{children}</span>
}

export function PhoneRow({ hit, children }: { hit?: string; children?: ReactNode }) {
  return <span className={hit ? 'li hit' : 'li'}>{children}</span>
}
