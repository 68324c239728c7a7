import { formatMoment } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'

type Props = {
  person: string
  given: { extraPercent: number; reason: string; at: Date; by: string | null } | null
  problems: Record<string, string> | undefined
  values: Record<string, string> | undefined
  /** One's own page: another manager decides. */
  isOwn: boolean
  /** Auditors read what was given. */
  mayDecide: boolean
}

/** What extra time a person has in exams and who gave it, and the form that changes it; posts to the person's page. */
export function MoreTimeForm({ person, given, problems, values, isOwn, mayDecide }: Props) {
  const { people, administration } = useWords()
  const t = administration.person
  const locale = useLocale()
  const path = usePath()
  const box = (name: string) => ({
    name,
    problem: problems?.[name],
    defaultValue: values?.[name],
    autoComplete: 'off',
    required: true,
  })
  return (
    <section className="flow-s">
      <h2>{t.moreTime}</h2>
      {given ? (
        <p>
          <strong>{t.given(given.extraPercent)}</strong>: {given.reason.replace(/[.\s]+$/, '')}.{' '}
          {t.givenBy(given.by === null ? t.operator : given.by || t.gone, formatMoment(given.at, locale))}
        </p>
      ) : (
        <p>{t.noMoreTime}</p>
      )}
      {isOwn ? <p>{administration.problems.own}</p> : null}
      {isOwn || !mayDecide ? null : (
        <form className="flow-s" method="post" action={path(`/admin/people/${person}`)}>
          <input type="hidden" name="deed" value="more-time" />
          <Field {...box('percent')} label={t.percent} eg={t.moreTimeWhy} inputMode="numeric" maxLength={3} />
          <Field {...box('time-reason')} label={people.admin.reason} eg={people.admin.reasonEg} />
          <button type="submit">{t.saveMoreTime}</button>
        </form>
      )}
    </section>
  )
}
