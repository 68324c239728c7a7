import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { addressKind, mediaAddress } from '#app/lessons/address.ts'

/** A link out of the course says in words where it leads. */
export function Link({ href, children }: { href?: string; children?: ReactNode }) {
  const { lessons } = useWords()
  const kind = addressKind(href ?? '')
  if (!href || !kind) throw new Error('an address the allow-list did not pass')
  if (kind === 'media') return <a href={mediaAddress(href)}>{children}</a>
  if (kind !== 'https') return <a href={href}>{children}</a>
  return (
    <>
      <a href={href} rel="noopener noreferrer">
        {children}
      </a>{' '}
      <small className="soft">({lessons.leaves(new URL(href).hostname)})</small>
    </>
  )
}
