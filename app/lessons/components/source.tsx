import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { Link } from '#app/lessons/components/link.tsx'

/** Who counted a figure, and when. */
export function Source({
  year,
  href,
  inWords,
  children,
}: {
  year: string
  href?: string
  inWords?: boolean
  children?: ReactNode
}) {
  const { lessons } = useWords()
  const name = href ? <Link href={href}>{children}</Link> : children
  const line = (
    <>
      {lessons.source}: {name}, {year}
    </>
  )
  return inWords ? <small className="soft">({line})</small> : <p className="soft small">{line}</p>
}
