import { formatMoment } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import { whenItIs } from '#app/requirements/exceptions/exception-words.ts'
import type { ShownException } from '#app/requirements/exceptions/shown-exception.ts'

/** What an exception says, who decided it, when and why. */
export function ExceptionFacts({ exception, personName }: { exception: ShownException; personName: string | null }) {
  const t = useWords().exceptions
  const locale = useLocale()
  const { title, reason, documentNumber, askedAt, state, decidedAt, takenBackAt } = exception
  const byWhom = (name: string | null, at: Date) => {
    const who = name === null ? t.one.operator : name || t.one.gone
    return t.one.by(who, formatMoment(at, locale))
  }
  const facts: Array<[string, string | null]> = [
    [t.one.person, personName],
    [t.one.about, title ?? t.one.all],
    [t.one.period, whenItIs(exception, t, locale)],
    [t.one.reason, reason],
    [t.one.document, documentNumber],
    [t.one.asked, askedAt && formatMoment(askedAt, locale)],
    [
      t.one.decided,
      decidedAt && `${t.states[state === 'refused' ? 'refused' : 'given']}: ${byWhom(exception.decidedBy, decidedAt)}`,
    ],
    [t.one.answer, exception.decisionReason],
    [t.one.takenBack, takenBackAt && byWhom(exception.takenBackBy, takenBackAt)],
    [t.one.takeBackReason, exception.takenBackReason],
  ]
  return (
    <dl className="facts">
      {facts.map(([name, value]) =>
        value ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}
