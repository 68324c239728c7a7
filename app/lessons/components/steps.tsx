import { Children, isValidElement, type ReactNode } from 'react'
import { Figure } from '#app/lessons/components/figure.tsx'
import { Phone } from '#app/lessons/components/phone.tsx'

/** What to press, in order. */
export function Steps({ note, children }: { note?: string; children?: ReactNode }) {
  return (
    <>
      <ol className="how">{children}</ol>
      {note ? <p className="soft small">{note}</p> : null}
    </>
  )
}

/** One step: its words, numbered, then the drawn screen. */
export function Step({ children }: { children?: ReactNode }) {
  const pieces = Children.toArray(children).filter((piece) => typeof piece !== 'string' || piece.trim() !== '')
  const isDrawing = (piece: ReactNode) => isValidElement(piece) && (piece.type === Phone || piece.type === Figure)
  return (
    <li>
      <div className="do">
        <div className="flow-s">{pieces.filter((piece) => !isDrawing(piece))}</div>
      </div>
      {pieces.filter(isDrawing)}
    </li>
  )
}
