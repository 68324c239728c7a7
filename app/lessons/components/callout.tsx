import type { ReactNode } from 'react'
import { Note } from '#app/ui/note.tsx'

/** A box that says: know this, watch out, do this, never this. */
export function Callout({
  kind,
  title,
  children,
}: {
  kind: 'note' | 'warn' | 'right' | 'wrong'
  title: string
  children?: ReactNode
}) {
  return (
    <Note kind={kind === 'note' ? undefined : kind} title={title}>
      {children}
    </Note>
  )
}
