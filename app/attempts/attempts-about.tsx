import { LateAnswers } from '#app/attempts/late-answers.tsx'
import { type Day, formatDay, formatMoment, formatNumber } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'

export type ShownAttempt = {
  id: string
  course: { title: string }
  exam: string
  number: number
  openedAt: Date
  credit: number | null
  isPassed: boolean | null
  late: Array<{ question: string; place: number; receivedAt: Date; isAccepted: boolean }>
}

type Props = {
  person: string
  attempts: ShownAttempt[]
  /** Only what came from this day on is shown. */
  from?: Day | null
  problems: Record<string, string> | undefined
  values: Record<string, string> | undefined
  isOwn: boolean
  mayDecide: boolean
}

/** A person's exams as managers see them: when, how it went, and what came too late. */
export function AttemptsAbout({ attempts, from = null, ...form }: Props) {
  const t = useWords().administration.person
  const locale = useLocale()
  const since = from ? <p>{t.attemptsFrom(formatDay(from, locale))}</p> : null
  if (attempts.length === 0)
    return (
      <section className="flow-s">
        <h2>{t.attempts}</h2>
        {since}
        <p>{t.noAttempts}</p>
      </section>
    )
  return (
    <section className="flow">
      <h2>{t.attempts}</h2>
      {since}
      <table className="stack">
        <caption className="hide">{t.attempts}</caption>
        <thead>
          <tr>
            <th scope="col">{t.attempt}</th>
            <th scope="col">{t.opened}</th>
            <th scope="col">{t.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {attempts.map((attempt) => (
            <Line key={attempt.id} attempt={attempt} />
          ))}
        </tbody>
      </table>
      {attempts
        .filter(({ late }) => late.length > 0)
        .map((attempt) => (
          <LateAnswers key={attempt.id} attempt={attempt} {...form} />
        ))}
    </section>
  )
}

function Line({ attempt: { course, exam, number, openedAt, credit, isPassed } }: { attempt: ShownAttempt }) {
  const t = useWords().administration.person
  const locale = useLocale()
  const percent = formatNumber((credit ?? 0) / 10, locale)
  return (
    <tr>
      <th scope="row">
        {course.title}
        <small>
          {exam}, {t.number(number)}
        </small>
      </th>
      <td data-label={t.opened}>{formatMoment(openedAt, locale)}</td>
      <td data-label={t.outcome}>
        {isPassed === null ? t.under : isPassed ? t.passed(percent) : t.notPassed(percent)}
      </td>
    </tr>
  )
}
