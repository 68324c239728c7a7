import { formatMoment } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { whatItIs, whenItIs } from '#app/requirements/exceptions/exception-words.ts'
import type { ShownException } from '#app/requirements/exceptions/shown-exception.ts'
import { Icon } from '#app/ui/icon.tsx'

/** What somebody asked for and was given, refused or had taken back, and why; the newest first. */
export function OwnExceptions({ exceptions }: { exceptions: ShownException[] }) {
  const t = useWords().exceptions
  return (
    <section className="flow-s">
      <h2>{t.ask.history}</h2>
      {exceptions.length === 0 ? <p>{t.ask.none}</p> : null}
      <ul className="plain flow">
        {exceptions.map((exception) => (
          <OwnException key={exception.id} exception={exception} />
        ))}
      </ul>
    </section>
  )
}

function OwnException({ exception }: { exception: ShownException }) {
  const t = useWords().exceptions
  const [path, locale] = [usePath(), useLocale()]
  const { id, state, askedAt, decidedAt, takenBackAt, reason } = exception
  const answer = state === 'taken-back' ? exception.takenBackReason : exception.decisionReason
  const at = takenBackAt ?? decidedAt ?? askedAt
  const what = whatItIs(exception, t)
  return (
    <li className="card flow-s">
      <h3>
        <a className="ic" href={path(`/exceptions/${id}`)}>
          <Icon name={state === 'given' ? 'check' : state === 'asked' ? 'clock' : 'cross'} />
          {what}
        </a>
      </h3>
      <p>
        <strong>{t.states[state]}</strong>
        {at ? `, ${formatMoment(at, locale)}` : ''}
      </p>
      <p>{whenItIs(exception, t, locale)}</p>
      <p>{t.told.because(reason)}</p>
      {answer ? (
        <p>
          {t.one.answer}: {answer}
        </p>
      ) : null}
      {state === 'asked' ? (
        <form method="post" action={path('/me/requests')}>
          <button type="submit" className="btn" name="withdraw" value={id}>
            {t.ask.withdraw}
            <span className="hide">: {what}</span>
          </button>
        </form>
      ) : null}
    </li>
  )
}
