import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** The form of one question; the buttons of the bar stand outside it. */
export function formId(place: number): string {
  return `q${place}`
}

/** At the end of the page: to the question before and to the next, saving this one on the way. */
export function ExamBar({ place, all }: { place: number; all: number }) {
  const t = useWords().attempts
  return (
    <div className="bar-end" data-bar={place}>
      <div className="wrap">
        {place > 1 ? (
          <Go from={place} to={place - 1}>
            <Icon name="prev" />
            {t.back(place - 1)}
          </Go>
        ) : null}
        {place < all ? (
          <Go from={place} to={place + 1} isMain>
            {t.next(place + 1)}
            <Icon name="next" />
          </Go>
        ) : (
          <Go from={place} to="submission" isMain>
            <Icon name="check" />
            {t.toSubmit}
          </Go>
        )}
      </div>
    </div>
  )
}

/**
 * Enter in a text box presses the first button of its form: this one, which saves and goes on; after the last question
 * it stays, so that nobody hands in by a key too many. Nobody sees, hears or tabs to it.
 */
export function GoOnByEnter({ place, all }: { place: number; all: number }) {
  const to = place < all ? place + 1 : ''
  return <button type="submit" className="hide" name="go" value={to} tabIndex={-1} aria-hidden="true" />
}

type Props = { from: number; to: number | 'submission'; isMain?: boolean; children: ReactNode }

function Go({ from, to, isMain = false, children }: Props) {
  return (
    <button type="submit" form={formId(from)} className={isMain ? 'btn main' : 'btn'} name="go" value={to}>
      {children}
    </button>
  )
}
