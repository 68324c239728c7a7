import type { ReactNode } from 'react'

type Props = { className?: string; children?: ReactNode }

/** The head of a column. One without words is an ordinary cell: to a screen reader an empty head is a riddle. */
export function HeadCell({ className, children }: Props) {
  return children ? <th className={className}>{children}</th> : <td />
}
