import type { Refusal } from '#app/attempts/may-open.ts'
import { formatMoment } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { Note } from '#app/ui/note.tsx'

/** Why the exam cannot be begun now, and what to do. */
export function RefusalNote({ refusal, phone }: { refusal: Refusal; phone: string }) {
  const { refusal: t, start } = useWords().attempts
  const path = usePath()
  const locale = useLocale()
  if (refusal.kind === 'passed')
    return (
      <Note kind="right" title={t.passed}>
        <p>
          {t.passedNow} <a href={path(`/attempts/${refusal.attempt}/result`)}>{start.result}</a>
        </p>
      </Note>
    )
  const [title, now] =
    refusal.kind === 'used-up'
      ? [t.usedUp(refusal.attempts), t.usedUpNow(phone)]
      : refusal.kind === 'wait'
        ? [t.wait, t.waitNow(formatMoment(refusal.until, locale))]
        : [t.notYet, t.notYetNow(phone)]
  return (
    <Note kind="warn" title={title} role="status">
      <p>{now}</p>
    </Note>
  )
}
