import type { ReactNode } from 'react'

/** A suspicious spot in a message, numbered like its explanation below. */
export function Sign({ n, children }: { n: string; children?: ReactNode }) {
  return (
    <>
      <mark>{children}</mark>
      <b className="sup">{n}</b>
    </>
  )
}

export function Signs({ children }: { children?: ReactNode }) {
  return <ol className="signs">{children}</ol>
}

export function SignPoint({ n, children }: { n: string; children?: ReactNode }) {
  return (
    <li>
      <b className="sup">{n}</b>
      <span>{children}</span>
    </li>
  )
}
