import type { ShownAttempt } from '#app/attempts/attempts-about.tsx'
import { formatMoment } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'

type Props = {
  person: string
  attempt: ShownAttempt
  problems: Record<string, string> | undefined
  values: Record<string, string> | undefined
  /** One's own: another manager decides. */
  isOwn: boolean
  /** Auditors see what came late. */
  mayDecide: boolean
}

/** What came after an attempt had closed, each with the form that lets it count; they post to the person's page. */
export function LateAnswers({ person, attempt, problems, values, isOwn, mayDecide }: Props) {
  const { person: t, problems: refusals } = useWords().administration
  const locale = useLocale()
  const path = usePath()
  return (
    <div className="flow-s">
      <h3>
        {t.late}: {attempt.course.title}, {t.number(attempt.number)}
      </h3>
      <p>{isOwn ? refusals.own : mayDecide ? t.lateWhy : t.lateSeen}</p>
      <ul className="plain flow">
        {attempt.late.map(({ question, place, receivedAt, isAccepted }) => {
          const reason = `late-reason-${attempt.id}-${place}`
          return (
            <li key={question} className="flow-s">
              <p>
                {t.lateAt(place, formatMoment(receivedAt, locale))}{' '}
                {isAccepted ? (
                  <span className="tag done">
                    <Icon name="check" />
                    {t.accepted}
                  </span>
                ) : null}
              </p>
              {isAccepted || isOwn || !mayDecide ? null : (
                <form className="flow-s" method="post" action={path(`/admin/people/${person}`)}>
                  <input type="hidden" name="deed" value="late" />
                  <input type="hidden" name="attempt" value={attempt.id} />
                  <input type="hidden" name="question" value={question} />
                  <Field
                    name={reason}
                    label={t.acceptReason(place)}
                    eg={t.reasonEg}
                    problem={problems?.[reason]}
                    defaultValue={values?.[reason]}
                    autoComplete="off"
                    required
                  />
                  <button type="submit">{t.accept(place)}</button>
                </form>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
