import type { AttemptLine } from '#app/attempts/attempt-line.server.ts'
import { formatMoment, formatNumber } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** The attempts made so far, with their results. */
export function EarlierAttempts({ attempts }: { attempts: AttemptLine[] }) {
  const t = useWords().attempts.start
  return (
    <section className="flow" aria-labelledby="earlier">
      <h2 id="earlier">{t.earlier}</h2>
      <ol className="plain flow-s">
        {attempts.map((attempt) => (
          <Line key={attempt.id} attempt={attempt} />
        ))}
      </ol>
    </section>
  )
}

function Line({ attempt }: { attempt: AttemptLine }) {
  const t = useWords().attempts.start
  const locale = useLocale()
  const path = usePath()
  const { id, number, openedAt, closedAt, credit, isPassed } = attempt
  return (
    <li className="row">
      <span>
        <b>{t.attempt(number)}</b> · {formatMoment(openedAt, locale)}
      </span>
      {closedAt ? (
        <>
          <span className={isPassed ? 'tag done' : 'tag'}>
            {isPassed ? t.passed : t.notPassed}
            {credit === null ? null : ` · ${formatNumber(credit / 10, locale)}%`}
          </span>
          <a className="ic" href={path(`/attempts/${id}/result`)}>
            {t.result}
            <Icon name="next" />
          </a>
        </>
      ) : (
        <span className="tag due">{t.notClosed}</span>
      )}
    </li>
  )
}
