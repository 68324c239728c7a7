import type { AskedAttempt } from '#app/attempts/asked-attempt.ts'
import { formatMoment } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** Time left in words, by the server's deadline; the page script lets it run. */
export function ExamClock({ attempt, phone }: { attempt: AskedAttempt; phone: string }) {
  const t = useWords().attempts.clock
  const locale = useLocale()
  if (!attempt.deadlineAt || attempt.remainingMs === null) return null
  return (
    <div className="card stone flow-s">
      <p className="ic">
        <Icon name="clock" />
        <span className="clock" data-clock data-template={t.leftTemplate} data-last={t.lastMinute} data-over={t.over}>
          {t.left(Math.floor(attempt.remainingMs / 60_000))}
        </span>
      </p>
      <p className="small">
        <span data-until={t.until('{time}')}>{t.until(formatMoment(attempt.deadlineAt, locale))}</span> {t.closes}
      </p>
      <p className="hide" role="status" data-clock-said data-five={t.warnFive} data-one={t.warnOne} />
      <details>
        <summary>
          <Icon name="plus" />
          {t.more}
        </summary>
        <p>{t.moreHow(phone)}</p>
      </details>
    </div>
  )
}
